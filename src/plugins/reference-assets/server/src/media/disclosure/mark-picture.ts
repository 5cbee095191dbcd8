import { crc32 } from '../crc32';
import { xmpPacket, type Provenance } from './xmp';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The header chunk of every PNG is of this length and comes first. */
const afterPngHeader = 8 + 25;

/** A JPEG segment holds no more than this. */
const longestSegment = 65_533;

/**
 * A PNG or JPEG with its making told in its metadata, the pixels untouched; any other file as it came.
 *
 * Source: PNG 3rd edition §11.3.2.3 (`iTXt`), XMP specification part 3 §1.1.3 (JPEG APP1) and §1.1.5 (PNG).
 */
export const markPicture = (picture: Buffer, provenance: Provenance): Buffer => {
  const xmp = Buffer.from(xmpPacket(provenance), 'utf8');
  if (picture.subarray(0, 8).equals(pngSignature)) return withPngText(picture, xmp);
  if (picture[0] === 0xff && picture[1] === 0xd8) return withJpegSegment(picture, xmp);
  return picture;
};

const withPngText = (png: Buffer, xmp: Buffer): Buffer => {
  const keyword = 'iTXtXML:com.adobe.xmp\0\0\0\0\0';
  const body = Buffer.concat([Buffer.from(keyword, 'latin1'), xmp]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, afterPngHeader), chunk, png.subarray(afterPngHeader)]);
};

const withJpegSegment = (jpeg: Buffer, xmp: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), xmp]);
  if (body.length + 2 > longestSegment) return jpeg;
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const at = afterJfif(jpeg);
  return Buffer.concat([jpeg.subarray(0, at), head, body, jpeg.subarray(at)]);
};

/** Behind the JFIF segment where there is one: it has to stay first. */
const afterJfif = (jpeg: Buffer): number =>
  jpeg[2] === 0xff && jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2;
