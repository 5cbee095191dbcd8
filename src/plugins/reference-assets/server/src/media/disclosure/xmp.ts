import type { DigitalSourceType } from '../../../../shared/contracts/disclosure';

/** What a file's metadata says about its making. */
export interface Provenance {
  digitalSourceType: DigitalSourceType;
  models: readonly string[];
  statement: string;
  title: string;
}

const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** Text as it may stand in XML: markup escaped, characters that XML forbids left out. */
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are the very characters XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const inAnyLanguage = (property: string, text: string): string =>
  `<${property}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></${property}>`;

/**
 * XMP packet that says how a file came about and by which models.
 *
 * Source: ISO 16684-1 (XMP); IPTC Photo Metadata 2025.1 (`DigitalSourceType`, `AISystemUsed`).
 */
export const xmpPacket = ({ digitalSourceType, models, statement, title }: Provenance): string =>
  [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
    ` Iptc4xmpExt:DigitalSourceType="${vocabulary}${digitalSourceType}"`,
    ` Iptc4xmpExt:AISystemUsed="${escaped(models.join(', '))}"`,
    ' xmp:CreatorTool="Reference Assets for Strapi">',
    inAnyLanguage('dc:title', title),
    inAnyLanguage('dc:description', statement),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
