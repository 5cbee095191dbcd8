import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
  findMediaTools,
  listedNames,
} from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/tools';
import { describeWithFfmpeg } from './with-ffmpeg';

describeWithFfmpeg('findMediaTools', ({ tools }) => {
  it('finds both tools and what ffmpeg can do', () => {
    expect(tools().version).not.toBe('');
    expect(tools().filters.has('overlay')).toBe(true);
    expect(tools().encoders.has('libx264')).toBe(true);
    expect(tools().filters.has('no_such_filter')).toBe(false);
  });

  it('takes paths that are given', async () => {
    const { ffmpeg, ffprobe } = tools();
    await expect(findMediaTools({ ffmpeg, ffprobe })).resolves.toMatchObject({
      source: 'configured',
      ffmpeg,
    });
  });

  it('does not look elsewhere when a given path is wrong', async () => {
    const search = findMediaTools({ ffmpeg: '/nowhere/ffmpeg' });
    await expect(search).rejects.toMatchObject({ tool: 'ffmpeg', code: 'missing' });
  });
});

describe('an ffmpeg without the codecs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'poor-ffmpeg-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused with what it lacks and how to get better', async () => {
    const poor = path.join(folder, 'ffmpeg');
    writeFileSync(
      poor,
      '#!/bin/sh\necho "ffmpeg version 0.1 poor"\necho " T.. scale  V->V  Scale"\n',
    );
    chmodSync(poor, 0o755);
    const search = findMediaTools({ ffmpeg: poor, ffprobe: poor });
    await expect(search).rejects.toMatchObject({ code: 'unsupported' });
    await expect(search).rejects.toThrow(/lacks .*overlay.*libx264.*apt-get install ffmpeg/);
  });
});

describe('listedNames', () => {
  it('reads the listings of old and new builds', () => {
    const old =
      ' TSC overlay           VV->V      Overlay a video source.\n  T.. = Timeline support\n';
    const recent = ' V....D libx264              libx264 H.264\n TS overlay VV->V Overlay.\n';
    expect([...listedNames(old)]).toEqual(['overlay']);
    expect([...listedNames(recent)]).toEqual(['libx264', 'overlay']);
  });
});
