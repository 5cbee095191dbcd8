import { createHash, randomUUID } from 'node:crypto';

import type { Provenance } from '../xmp';
import { toCbor, type Cbor } from './cbor';
import { box, hashedPart, superbox } from './jumbf';
import type { Signer } from './signer';

/** An assertion that binds a manifest to the bytes of its file. */
export interface Binding {
  label: 'c2pa.hash.bmff.v3' | 'c2pa.hash.data';
  content: Cbor;
}

const generator = 'Reference Assets for Strapi';
const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/**
 * A signed C2PA manifest store that says how a file came about and by which models.
 *
 * Shape:  equal bindings of one `id` give stores of equal length, whatever their hashes.
 * Source: C2PA 2.1 §8 (JUMBF), §10 (claim v2), §18 (assertions).
 */
export const manifestStore = (
  provenance: Provenance,
  binding: Binding,
  signer: Signer,
  id: string,
): Buffer => {
  const name = `urn:c2pa:${id}`;
  const assertions = [
    assertion('c2pa.actions.v2', { actions: [created(provenance)] }),
    assertion(binding.label, binding.content),
  ];
  const claim = toCbor({
    instanceID: `xmp:iid:${id}`,
    claim_generator_info: { name: generator },
    signature: `self#jumbf=/c2pa/${name}/c2pa.signature`,
    created_assertions: assertions.map(({ url, whole }) => ({ url, hash: sha256(whole) })),
    'dc:title': provenance.title,
    alg: 'sha256',
  });
  return superbox(
    'c2pa',
    'c2pa',
    superbox(
      'c2ma',
      name,
      superbox('c2as', 'c2pa.assertions', ...assertions.map(({ whole }) => whole)),
      superbox('c2cl', 'c2pa.claim.v2', contentBox(claim)),
      superbox('c2cs', 'c2pa.signature', contentBox(signer.sign(claim))),
    ),
  );
};

/** A name for a manifest that no other has. */
export const manifestId = (): string => randomUUID();

const created = ({ digitalSourceType, models, statement }: Provenance): Cbor => ({
  action: 'c2pa.created',
  digitalSourceType: `${vocabulary}${digitalSourceType}`,
  softwareAgent: { name: models.join(', ') || generator },
  description: statement,
});

const assertion = (label: string, content: Cbor) => ({
  url: `self#jumbf=c2pa.assertions/${label}`,
  whole: superbox('cbor', label, contentBox(toCbor(content))),
});

const contentBox = (content: Buffer): Buffer => box('cbor', content);

const sha256 = (whole: Buffer): Buffer => createHash('sha256').update(hashedPart(whole)).digest();
