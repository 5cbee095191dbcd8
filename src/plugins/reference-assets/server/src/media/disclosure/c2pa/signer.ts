import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { Tagged, toCbor } from './cbor';

/** Where the certificate (its chain too, PEM, the signer's first) and its private key lie. */
export interface CredentialPaths {
  certificate: string;
  privateKey: string;
}

/** Signs claims with one certificate. */
export interface Signer {
  /** COSE_Sign1 of a claim, the claim itself left out. */
  sign(claim: Uint8Array): Buffer;
}

/** Identifiers of COSE, and the labels of its headers. */
const labels = { algorithm: 1, certificates: 33 } as const;
const coseSign1 = 18;

/** How a key signs: COSE's number of the algorithm, and what Node is to be told. */
const algorithms = {
  prime256v1: { id: -7, digest: 'sha256' },
  secp384r1: { id: -35, digest: 'sha384' },
  secp521r1: { id: -36, digest: 'sha512' },
} as const;

const algorithmOf = (key: KeyObject): { id: number; digest: string | null } => {
  if (key.asymmetricKeyType === 'ed25519') return { id: -8, digest: null };
  const curve = key.asymmetricKeyDetails?.namedCurve as keyof typeof algorithms | undefined;
  if (key.asymmetricKeyType === 'ec' && curve && curve in algorithms) return algorithms[curve];
  throw new Error(
    'Content credentials need a key on the curve P-256, P-384 or P-521, or of Ed25519; ' +
      `this one is ${curve ?? key.asymmetricKeyType}.`,
  );
};

/**
 * A signer from a certificate chain and its key, both as PEM.
 *
 * Throws: an error in words when they cannot be read, do not belong together, or are of a kind C2PA does not take.
 * Source: C2PA 2.1 §13.2 (algorithms, x5chain in the protected header), RFC 9052 §4.4, RFC 9360.
 */
export const createSigner = (certificates: string, privateKey: string): Signer => {
  const chain = certificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (!chain) throw new Error('The certificate for content credentials is no PEM certificate.');
  const key = createPrivateKey(privateKey);
  const { id, digest } = algorithmOf(key);
  const [own, ...others] = chain.map((pem) => new X509Certificate(pem));
  if (!own!.checkPrivateKey(key))
    throw new Error('The private key for content credentials is not that of the certificate.');
  const ders = [own!, ...others].map(({ raw }) => raw);
  const headers = toCbor(
    new Map<number, number | Buffer | Buffer[]>([
      [labels.algorithm, id],
      [labels.certificates, ders.length === 1 ? ders[0]! : ders],
    ]),
  );
  return {
    sign(claim) {
      const toBeSigned = toCbor(['Signature1', headers, Buffer.alloc(0), claim]);
      // COSE wants both numbers of an ECDSA signature at full length, one after the other.
      const signature = sign(digest, toBeSigned, { key, dsaEncoding: 'ieee-p1363' });
      return toCbor(new Tagged(coseSign1, [headers, {}, null, signature]));
    },
  };
};

/** Reads a signer from its files; throws as {@link createSigner}. */
export const readSigner = async ({ certificate, privateKey }: CredentialPaths): Promise<Signer> => {
  const [chain, key] = await Promise.all(
    [certificate, privateKey].map((path) => readFile(path, 'utf8')),
  );
  return createSigner(chain!, key!);
};
