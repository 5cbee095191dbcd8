import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { writeZip } from '../../../src/plugins/reference-assets/server/src/media/zip/write-zip';

const hasPython = spawnSync('python3', ['-c', 'import zipfile']).status === 0;

describe('writeZip', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const big = Buffer.alloc(300_000, 'film ');
  const make = async (): Promise<string> => {
    writeFileSync(path.join(folder, 'clip.bin'), big);
    const chunks: Buffer[] = [];
    const entries = [
      { name: 'clips/01-öffnung.mp4', content: { path: path.join(folder, 'clip.bin') } },
      { name: 'empty.txt', content: Buffer.alloc(0) },
      { name: 'report.json', content: Buffer.from('{}') },
    ];
    for await (const chunk of writeZip(entries, new Date('2026-03-04T05:06:08Z')))
      chunks.push(chunk);
    const zip = path.join(folder, 'made.zip');
    writeFileSync(zip, Buffer.concat(chunks));
    return zip;
  };

  it('has its directory where the end of the archive says, with as many files', async () => {
    const zip = readFileSync(await make());
    const end = zip.subarray(-22);
    expect(end.readUInt32LE(0)).toBe(0x06054b50);
    expect(end.readUInt16LE(10)).toBe(3);
    expect(zip.readUInt32LE(end.readUInt32LE(16))).toBe(0x02014b50);
    expect(end.readUInt32LE(12) + end.readUInt32LE(16) + 22).toBe(zip.length);
  });

  (hasPython ? it : it.skip)(
    `is read by another program, checksums and all${hasPython ? '' : ' (skipped: no python3)'}`,
    async () => {
      const read =
        'import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;' +
        'print(json.dumps([[i.filename,i.file_size,list(i.date_time)] for i in z.infolist()]))';
      const said = JSON.parse(
        execFileSync('python3', ['-c', read, await make()], { encoding: 'utf8' }),
      );
      expect(said).toEqual([
        ['clips/01-öffnung.mp4', big.length, [2026, 3, 4, 5, 6, 8]],
        ['empty.txt', 0, [2026, 3, 4, 5, 6, 8]],
        ['report.json', 2, [2026, 3, 4, 5, 6, 8]],
      ]);
    },
  );
});
