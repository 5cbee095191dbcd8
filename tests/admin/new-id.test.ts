import { newId } from '../../src/plugins/reference-assets/admin/src/hooks/new-id';
import { z } from 'zod';

it('gives ids that the server takes for a UUID, each another', () => {
  const ids = Array.from({ length: 200 }, newId);
  expect(ids.every((id) => z.uuidv4().safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(200);
});
