import type { CredentialPaths, Signer } from './c2pa/signer';
import { readSigner } from './c2pa/signer';
import { signFilm } from './c2pa/sign-film';
import { signPicture } from './c2pa/sign-picture';
import { markFilm } from './mark-film';
import { markPicture } from './mark-picture';
import type { Provenance } from './xmp';

/** Tells in files how they came about: in words of IPTC always, and signed where a certificate is there. */
export interface Marks {
  /** Whether files are signed. */
  signed: boolean;
  /** A PNG or JPEG with its making told, PNG signed; any other file as it came. */
  picture(bytes: Buffer, provenance: Provenance): Buffer;
  /** Tells the making of an MP4 in the file itself. */
  film(path: string, provenance: Provenance): Promise<void>;
}

const marksWith = (signer: Signer | null): Marks => ({
  signed: signer !== null,
  picture(bytes, provenance) {
    const marked = markPicture(bytes, provenance);
    return signer ? signPicture(marked, provenance, signer) : marked;
  },
  async film(path, provenance) {
    // Signed last: whatever is written after the signature breaks it.
    await markFilm(path, provenance);
    if (signer) await signFilm(path, provenance, signer);
  },
});

/** Marks without a signature. */
export const plainMarks: Marks = marksWith(null);

/**
 * Marks that are signed with a certificate where one is configured.
 *
 * Throws: an error in words when the certificate or its key cannot be used.
 */
export const createMarks = async (credentials: CredentialPaths | null): Promise<Marks> =>
  credentials ? marksWith(await readSigner(credentials)) : plainMarks;
