import sharp from 'sharp';
import type { Hit } from '../../src/plugins/reference-assets/shared/contracts/asset-search';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import type {
  DuplicateGroup,
  DuplicateReport,
} from '../../src/plugins/reference-assets/shared/contracts/duplicates';
import type { AssetUse } from '../../src/plugins/reference-assets/shared/contracts/usage';
import { adminToken, apiToken, formWith, registerUser, send, until } from '../app/client';
import { inDatabase } from '../app/database';
import { analysed } from '../app/library';
import { sharedApp } from '../app/shared-app';

const assets = '/api/reference-assets';
const campaigns = '/content-manager/collection-types/api::campaign.campaign';

/** A drawing with enough detail to be known again: rings and bars that follow from a number. */
const drawing = (seed: number, colour = '#c2452d'): Promise<Buffer> => {
  let state = seed * 2_654_435_761;
  const places = Array.from({ length: 90 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) | 0;
    return (state >>> 8) / 2 ** 24;
  });
  const at = (n: number) => places[n];
  const shapes = Array.from({ length: 14 }, (_, n) =>
    n % 2
      ? `<circle cx="${at(n) * 640}" cy="${at(n + 20) * 480}" r="${20 + at(n + 40) * 70}" fill="${colour}" fill-opacity="${0.4 + at(n + 60) / 2}"/>`
      : `<rect x="${at(n) * 560}" y="${at(n + 20) * 400}" width="${30 + at(n + 40) * 160}" height="${20 + at(n + 50) * 90}" fill="#26333f" fill-opacity="${0.3 + at(n + 70) / 2}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#eee6d8"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
};

describe('duplicates', () => {
  const app = sharedApp();
  let token: string;
  let admin: string;

  const ask = (method: string, path: string, json?: unknown, who = token) =>
    send(app, method, path, { token: who, json });

  const upload = async (name: string, bytes: Buffer, who = token, data?: object) => {
    const type = name.endsWith('.jpg') ? 'image/jpeg' : 'image/png';
    const form = formWith('files', [{ name, bytes, type }], { name, ...data });
    const reply = await send(app, 'POST', assets, { token: who, form });
    expect(reply.status).toBe(201);
    return reply.body as { data: Asset[]; meta: { duplicates: { class: string }[] } };
  };
  const bring = async (name: string, bytes: Buffer, who = token, data?: object) => {
    const { documentId } = (await upload(name, bytes, who, data)).data[0];
    const asset = await analysed(app, who, documentId);
    expect(asset.analysis).toMatchObject({ status: 'done' });
    return asset;
  };
  const compared = (documentId: string, who = token) =>
    until(
      async () =>
        (await ask('GET', `${assets}/${documentId}`, undefined, who)).body.meta as DuplicateReport,
      (report) => report.compared,
    );
  const groupOf = async (documentId: string): Promise<DuplicateGroup | undefined> => {
    const { body } = await ask('GET', `${assets}/duplicate-groups?pageSize=100`);
    const isIn = ({ members }: DuplicateGroup) =>
      members.some(({ asset }) => asset.documentId === documentId);
    return (body.data as DuplicateGroup[]).find(isIn);
  };
  const usesOf = async (documentId: string): Promise<AssetUse[]> =>
    (await ask('GET', `${assets}/${documentId}/usage`)).body.data.uses;
  const campaignWith = async (ids: string[]) => {
    const json = { name: `Campaign of ${ids.length}`, assets: ids };
    const { status, body } = await ask('POST', campaigns, json, admin);
    expect(status).toBe(201);
    return body.data.documentId as string;
  };
  const assetsOf = async (campaign: string): Promise<string[]> => {
    const { body } = await ask('GET', `/api/campaigns/${campaign}?populate=assets&status=draft`);
    return body.data.assets.map((one: { documentId: string }) => one.documentId).sort();
  };

  const toldApart = async (documentId: string): Promise<unknown[]> => {
    const statement = `SELECT b.document_id AS id FROM reference_asset_distinctions d
      JOIN reference_assets a ON a.id IN (d.one, d.other) JOIN reference_assets b ON b.id IN (d.one, d.other)
      WHERE a.document_id = $1 AND b.id <> a.id`;
    return (await inDatabase(app, statement, [documentId])).map(({ id }) => id);
  };

  beforeAll(async () => {
    [token, admin] = await Promise.all([apiToken(app), adminToken(app)]);
  });

  it('tells the uploader at once of equal bytes, and of the rest once it was compared', async () => {
    const bytes = await drawing(11);
    const first = await bring('Rings, original.png', bytes);
    const copy = await upload('Rings, again.png', bytes);
    expect(copy.meta.duplicates).toEqual([
      expect.objectContaining({
        class: 'same-bytes',
        existing: expect.objectContaining({ documentId: first.documentId }),
      }),
    ]);
    const small = await sharp(bytes).resize(320).jpeg({ quality: 50 }).toBuffer();
    const resaved = await upload('Rings, for the web.jpg', small);
    expect(resaved.meta.duplicates).toEqual([]);
    await analysed(app, token, resaved.data[0].documentId);
    const { duplicates } = await compared(resaved.data[0].documentId);
    expect(duplicates).toContainEqual(
      expect.objectContaining({
        class: 're-encoded',
        existing: expect.objectContaining({ documentId: first.documentId }),
      }),
    );
  });

  it('knows a part as a part, and another colourway as another thing', async () => {
    const bytes = await drawing(23);
    const whole = await bring('Bars, whole.png', bytes);
    const part = await sharp(bytes)
      .extract({ left: 40, top: 30, width: 560, height: 420 })
      .png()
      .toBuffer();
    const crop = await bring('Bars, cut.png', part);
    const green = await bring('Bars, in green.png', await drawing(23, '#2dc24f'));
    for (const { documentId } of [whole, crop, green]) await compared(documentId);
    const { body } = await ask('POST', `${assets}/duplicates`, { assetId: whole.documentId });
    const classOf = ({ documentId }: Asset) =>
      body.data.find((one: { asset: Asset }) => one.asset.documentId === documentId)?.class;
    expect([classOf(crop), classOf(green)]).toEqual(['crop', 'variant']);
    const group = await groupOf(whole.documentId);
    const ids = group?.members.map(({ asset }) => asset.documentId);
    expect(ids).toEqual([whole.documentId, crop.documentId]);
    expect(group).toMatchObject({
      keeper: whole.documentId,
      reasons: ['it has the most pixels', expect.anything(), expect.anything()].slice(
        0,
        group?.reasons.length,
      ),
    });
    expect((await ask('GET', `${assets}/${green.documentId}`)).body.meta.duplicates).toEqual([]);
  });

  it('carries relations, tags and edits over to the kept asset, and takes all of it back', async () => {
    const bytes = await drawing(31);
    const kept = await bring('Kept.png', bytes, token, { styleTags: ['calm'] });
    const jpeg = await sharp(bytes).jpeg({ quality: 70 }).toBuffer();
    const spare = await bring('Spare.jpg', jpeg, token, {
      styleTags: ['bold'],
      description: 'What a person wrote',
      rights: { licence: 'CC BY' },
    });
    await compared(spare.documentId);
    const both = await campaignWith([kept.documentId, spare.documentId]);
    const one = await campaignWith([spare.documentId]);
    expect((await usesOf(spare.documentId)).map(({ documentId }) => documentId).sort()).toEqual(
      [both, one].sort(),
    );
    const refused = await ask('DELETE', `${assets}/${spare.documentId}`);
    expect(refused.status).toBe(409);
    expect(refused.body.error.details).toMatchObject({ total: 2 });

    const stranger = await bring('Told apart.png', await drawing(32));
    const ids = { assetIds: [stranger.documentId] };
    expect((await ask('POST', `${assets}/${spare.documentId}/distinct`, ids)).status).toBe(200);

    const merged = await ask('POST', `${assets}/${kept.documentId}/merge`, {
      assetIds: [spare.documentId],
    });
    expect(merged.status).toBe(200);
    expect(merged.body.data).toMatchObject({
      documentId: kept.documentId,
      description: 'What a person wrote',
      rights: { licence: 'CC BY' },
      styleTags: ['calm', 'bold'],
    });
    expect(merged.body.meta.merges).toEqual([expect.objectContaining({ references: 2 })]);
    expect(await assetsOf(both)).toEqual([kept.documentId]);
    expect(await assetsOf(one)).toEqual([kept.documentId]);
    expect((await ask('GET', `${assets}/${spare.documentId}`)).status).toBe(404);
    expect(await groupOf(kept.documentId)).toBeUndefined();

    const [{ id }] = merged.body.meta.merges;
    const undone = await ask('POST', `${assets}/merges/${id}/undo`);
    expect(undone.status).toBe(200);
    expect(undone.body.data).toMatchObject({
      documentId: spare.documentId,
      description: 'What a person wrote',
      contentHash: spare.contentHash,
      file: { id: spare.file?.id },
      thumbnail: { id: spare.thumbnail?.id },
    });
    expect(await assetsOf(both)).toEqual([kept.documentId, spare.documentId].sort());
    expect(await assetsOf(one)).toEqual([spare.documentId]);
    expect(await toldApart(spare.documentId)).toEqual([stranger.documentId]);
    const again = (await ask('GET', `${assets}/${kept.documentId}`)).body.data;
    expect(again).toMatchObject({ styleTags: ['calm'], rights: null });
    expect((await ask('POST', `${assets}/merges/${id}/undo`)).status).toBe(404);

    // Both gone, and back one after the other: the one that left while it was told apart comes back first.
    const mergedAway = async ({ documentId }: Asset) => {
      const json = { assetIds: [documentId] };
      const { body } = await ask('POST', `${assets}/${kept.documentId}/merge`, json);
      return () => ask('POST', `${assets}/merges/${body.meta.merges[0].id}/undo`);
    };
    const removed = async ({ documentId }: Asset) => {
      const removals = '/reference-assets/assets/removals';
      const { body } = await ask('POST', removals, { assetIds: [documentId] }, admin);
      return () => ask('POST', `${removals}/${body.data.id}/undo`, undefined, admin);
    };
    for (const [first, second] of [
      [mergedAway, mergedAway],
      [mergedAway, removed],
      [removed, mergedAway],
    ]) {
      const undos = [await first(spare), await second(stranger)];
      for (const undo of undos) expect((await undo()).status).toBe(200);
      expect(await toldApart(spare.documentId)).toEqual([stranger.documentId]);
    }
  });

  it('names the kept asset in every field for assets, once in a list, and the merged one again', async () => {
    const bytes = await drawing(37);
    const kept = await bring('Field, kept.png', bytes);
    const spare = await bring('Field, spare.jpg', await sharp(bytes).jpeg().toBuffer());
    const ids = [kept.documentId, spare.documentId];
    const json = { name: 'Fields', keyVisual: spare.documentId, moodBoard: ids };
    const made = await ask('POST', campaigns, json, admin);
    expect(made.status).toBe(201);
    const fields = async () => {
      const path = `${campaigns}/${made.body.data.documentId}`;
      const { keyVisual, moodBoard } = (await ask('GET', path, undefined, admin)).body.data;
      return { keyVisual, moodBoard };
    };
    const uses = await usesOf(spare.documentId);
    expect(uses.map(({ field }) => field).sort()).toEqual(['keyVisual', 'moodBoard']);
    const merged = await ask('POST', `${assets}/${ids[0]}/merge`, { assetIds: [ids[1]] });
    expect(await fields()).toEqual({ keyVisual: ids[0], moodBoard: [ids[0]] });
    const [{ id }] = merged.body.meta.merges;
    expect((await ask('POST', `${assets}/merges/${id}/undo`)).status).toBe(200);
    expect(await fields()).toEqual({ keyVisual: ids[1], moodBoard: ids });
  });

  it('lists as barred what its rights bar, with the reason, and says nothing of it may be used', async () => {
    const noted = {
      expired: { licence: 'Stock', expiresAt: '2020-01-01' },
      'no-consent': { consent: false },
      'no-licence': { licence: 'none' },
    };
    const barred: string[] = [];
    for (const [problem, rights] of Object.entries(noted)) {
      const asset = await bring(`Barred, ${problem}.png`, await drawing(70), token, { rights });
      expect(asset.rightsStatus).toEqual({
        ...{ usable: false, problem, reason: expect.any(String), endsSoon: null },
      });
      barred.push(asset.documentId);
    }
    const listed = async (rights: string) => {
      const { body } = await ask('GET', `${assets}?rights=${rights}&pageSize=100`);
      return (body.data as Asset[]).map(({ documentId }) => documentId);
    };
    expect(await listed('barred')).toEqual(expect.arrayContaining(barred));
    expect((await listed('usable')).filter((id) => barred.includes(id))).toEqual([]);
  });

  it('judges by the rules of the settings from the moment they are decided, and by none it was not told', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const noted: Record<string, [rights: object, expected: object]> = {
      'Ruled, nothing.png': [{}, { usable: false, problem: 'no-licence' }],
      'Ruled, elsewhere.png': [
        { licence: 'Stock', territories: ['FR'] },
        { usable: false, problem: 'territory' },
      ],
      'Ruled, soon.png': [
        { licence: 'Stock', expiresAt: soon, territories: ['FR', 'DE'] },
        { usable: true, endsSoon: soon },
      ],
    };
    const settings = '/reference-assets/settings';
    const { rights: before } = (await ask('GET', settings, undefined, admin)).body.data;
    const rules = { requireLicence: true, requireConsent: true, territories: ['DE'], warnDays: 10 };
    const ids = new Map<string, string>();
    for (const [index, name] of Object.keys(noted).entries()) {
      const rights = noted[name][0];
      const asset = await bring(name, await drawing(80 + index), token, { rights });
      expect(asset.rightsStatus.usable).toBe(true);
      ids.set(name, asset.documentId);
    }
    const listed = async (state: string) => {
      const { body } = await ask('GET', `${assets}?rights=${state}&pageSize=100`);
      const found = (body.data as Asset[]).map(({ documentId }) => documentId);
      return [...ids].flatMap(([name, id]) => (found.includes(id) ? [name] : []));
    };
    const usableInSearch = async () => {
      const { body } = await ask('GET', `${assets}/search?q=ruled%20nothing`);
      const hit = (body.data as Hit[]).find(
        ({ asset }) => asset.documentId === ids.get('Ruled, nothing.png'),
      );
      return hit?.asset.rightsStatus.usable;
    };
    expect([await usableInSearch(), await usableInSearch()]).toEqual([true, true]);
    const refused = await ask(
      'PUT',
      settings,
      { rights: { ...rules, territories: ['Germany'] } },
      admin,
    );
    expect(refused.status).toBe(400);
    expect((await ask('PUT', settings, { rights: rules }, admin)).status).toBe(200);
    try {
      for (const [name, [, expected]] of Object.entries(noted)) {
        const { body } = await ask('GET', `${assets}/${ids.get(name)}`);
        expect(body.data.rightsStatus).toMatchObject(expected);
      }
      expect(await usableInSearch()).toBe(false);
      expect(await listed('barred')).toEqual(['Ruled, nothing.png', 'Ruled, elsewhere.png']);
      expect(await listed('usable')).toEqual(['Ruled, soon.png']);
      expect(await listed('ending')).toEqual(['Ruled, soon.png']);
    } finally {
      await ask('PUT', settings, { rights: before }, admin);
    }
    expect(await listed('barred')).toEqual([]);
  });

  it('lets a new version take the place of the picture, under the old name', async () => {
    const bytes = await drawing(41);
    const old = await bring('Poster.png', await sharp(bytes).resize(320).png().toBuffer());
    const better = await bring('Poster, larger.png', bytes);
    const campaign = await campaignWith([old.documentId]);
    const { status } = await ask('POST', `${assets}/${old.documentId}/merge`, {
      assetIds: [better.documentId],
      newVersion: true,
    });
    expect(status).toBe(200);
    const now = await until(
      () => analysed(app, token, old.documentId),
      ({ width }) => width === 640,
    );
    expect(now).toMatchObject({ name: 'Poster.png', file: { id: better.file?.id } });
    expect(await assetsOf(campaign)).toEqual([old.documentId]);
  });

  it('remembers what a person told apart', async () => {
    const bytes = await drawing(53);
    const one = await bring('Twin one.png', bytes);
    const other = await bring('Twin two.png', bytes);
    await compared(other.documentId);
    expect(await groupOf(one.documentId)).toBeDefined();
    const told = await ask('POST', `${assets}/${one.documentId}/distinct`, {
      assetIds: [other.documentId],
    });
    expect(told.status).toBe(200);
    expect(await groupOf(one.documentId)).toBeUndefined();
    await ask('POST', `${assets}/${other.documentId}/analyse`);
    await analysed(app, token, other.documentId);
    await compared(other.documentId);
    expect(await groupOf(one.documentId)).toBeUndefined();
  });

  it('merges nothing that is not the caller’s', async () => {
    const user = await registerUser(app);
    const bytes = await drawing(67);
    const shared = await bring('Shared.png', bytes);
    const mine = await bring('Mine.png', bytes, user);
    const merge = (keep: Asset, gone: Asset) =>
      ask('POST', `${assets}/${keep.documentId}/merge`, { assetIds: [gone.documentId] }, user);
    for (const [keep, gone] of [
      [shared, mine],
      [mine, shared],
    ] as const) {
      const { status } = await merge(keep, gone);
      expect(status).toBe(403);
    }
    expect((await ask('GET', `${assets}/${mine.documentId}`, undefined, user)).status).toBe(200);
  });
});
