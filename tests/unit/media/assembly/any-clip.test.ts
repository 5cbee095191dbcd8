import { readdirSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';

import { assemble } from '../../../../src/plugins/reference-assets/server/src/media/assembly/assemble';
import { checkMaster } from '../../../../src/plugins/reference-assets/server/src/media/assembly/check';
import { scaledSize } from '../../../../src/plugins/reference-assets/server/src/media/assembly/fit-clip';
import { probeMedia } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { integratedLoudness } from '../../../../src/plugins/reference-assets/server/src/media/music/loudness';
import { decodeSound } from '../../../../src/plugins/reference-assets/server/src/media/sound/decode-sound';
import { describeWithFfmpeg, frameAt } from '../ffmpeg/with-ffmpeg';

const size = { width: 320, height: 180 };
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '10'];
const bt709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];

const near = (pixel: readonly number[], color: readonly number[], reach = 8) =>
  pixel.forEach((value, c) => expect(Math.abs(value - color[c]!)).toBeLessThanOrEqual(reach));

describeWithFfmpeg('a master of any clips', ({ tools, file }) => {
  const ffmpeg = (...args: string[]) => runTool('ffmpeg', tools().ffmpeg, ['-y', ...args]);
  const clip = async (name: string, source: string, ...options: string[]): Promise<string> => {
    await ffmpeg('-f', 'lavfi', '-i', source, ...options, file(name));
    return file(name);
  };
  const framesOf = async (video: string): Promise<number[]> => {
    const { stdout } = await runTool('ffprobe', tools().ffprobe, [
      ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'frame=pkt_pts_time,pts_time'],
      ...['-of', 'json', video],
    ]);
    const { frames } = JSON.parse(stdout.toString()) as {
      frames: { pkt_pts_time?: string; pts_time?: string }[];
    };
    return frames.map((frame) => Number(frame.pts_time ?? frame.pkt_pts_time));
  };
  const evenly = (count: number) => Array.from({ length: count }, (_, index) => index / 30);

  it('takes other sizes, rates, pixel formats, ranges, lengths and uneven frames', async () => {
    // Full range, 4:4:4, 24 fps, a little too long, a little off the shape.
    const full = await clip(
      'full.mp4',
      'color=0xc82828:s=640x352:r=24:d=1.04',
      ...['-vf', 'scale=out_color_matrix=bt709:out_range=pc,format=yuv444p', '-color_range', 'pc'],
      ...[...bt709, ...h264],
    );
    // 10 bit, 60 fps, with sound that is longer than the picture.
    await ffmpeg(
      ...['-f', 'lavfi', '-i', 'color=0x28c850:s=320x180:r=60:d=0.5', '-f', 'lavfi'],
      ...['-i', 'sine=frequency=440:d=1.5', '-pix_fmt', 'yuv420p10le', '-c:v', 'libx265'],
      ...[
        '-preset',
        'ultrafast',
        '-x265-params',
        'log-level=none',
        '-c:a',
        'aac',
        file('deep.mkv'),
      ],
    );
    // Uneven frame times: every third frame is missing.
    const uneven = await clip(
      'uneven.mp4',
      'testsrc2=s=200x180:r=30:d=1',
      ...['-vf', "select='mod(n,3)'", '-vsync', 'vfr', '-pix_fmt', 'yuv420p', ...h264],
    );
    const shots = [
      { path: full, frames: 31 },
      { path: file('deep.mkv'), frames: 20 },
      { path: uneven, frames: 24 },
    ];
    const outputPath = file('any.mp4');
    const master = await assemble({ size, shots: { clips: shots }, outputPath }, tools());
    expect(master).toMatchObject({ frames: 75, copied: false, hasSound: true, logoProof: null });

    const facts = await probeMedia(outputPath, tools(), { countFrames: true });
    expect(facts).toMatchObject({
      ...size,
      frames: 75,
      pixelFormat: 'yuv420p',
      colorSpace: 'bt709',
    });
    expect(await framesOf(outputPath)).toEqual(
      evenly(75).map((at) => expect.closeTo(at, 3) as number),
    );
    // No bars for a shape that is a little off, and no shift of colour by range or matrix.
    near((await frameAt(tools(), outputPath, 30, size))(1, 1), [0xc8, 0x28, 0x28]);
    near((await frameAt(tools(), outputPath, 31, size))(160, 90), [0x28, 0xc8, 0x50]);
    near((await frameAt(tools(), outputPath, 50, size))(160, 90), [0x28, 0xc8, 0x50]);
    // A quite different shape stands between bars.
    near((await frameAt(tools(), outputPath, 60, size))(20, 90), [0, 0, 0]);

    // The second clip's sound is heard in its window and nowhere else; what it has too much of is cut.
    const { left } = await decodeSound(outputPath, 75 * 1600, tools());
    const loudest = (from: number, to: number) =>
      left
        .subarray(from * 1600, to * 1600)
        .reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(loudest(0, 29)).toBeLessThan(0.001);
    expect(loudest(33, 49)).toBeGreaterThan(0.1);
    expect(loudest(53, 75)).toBeLessThan(0.001);
    expect(
      readdirSync(path.dirname(outputPath)).filter((name) => name.includes('partial')),
    ).toEqual([]);
  });

  it('never stretches: turned and oblong pixels keep the shape that players show', () => {
    const square = { pixelAspect: 1, rotation: 0 };
    const fit = (width: number, height: number, more: object = {}) =>
      scaledSize({ width, height, ...square, ...more }, { width: 1280, height: 720 }, 'fit');
    expect(fit(1280, 704)).toEqual({ scaled: { width: 1310, height: 720 }, bars: false });
    expect(fit(720, 1280)).toEqual({ scaled: { width: 406, height: 720 }, bars: true });
    expect(fit(1280, 720, { rotation: 90 })).toEqual({
      scaled: { width: 406, height: 720 },
      bars: true,
    });
    expect(fit(960, 720, { pixelAspect: 4 / 3 })).toEqual({
      scaled: { width: 1280, height: 720 },
      bars: false,
    });
    expect(scaledSize({ width: 720, height: 1280, ...square }, size, 'crop')).toEqual({
      scaled: { width: 320, height: 570 },
      bars: false,
    });
  });

  it('copies the picture when nothing has to change', async () => {
    const make = (name: string, source: string) =>
      clip(
        name,
        source,
        ...['-vf', 'scale=out_color_matrix=bt709', '-pix_fmt', 'yuv420p', ...bt709],
        '-c:v',
        'libx264',
        '-color_range',
        'tv',
      );
    const shots = [
      { path: await make("it's one.mp4", 'testsrc2=s=320x180:r=30:d=1'), frames: 30 },
      { path: await make('two.mp4', 'color=0x2850c8:s=320x180:r=30:d=0.5'), frames: 15 },
    ];
    const outputPath = file('copied.mp4');
    const poster = { path: file('copied.jpg'), frame: 40 };
    const master = await assemble({ size, shots: { clips: shots }, outputPath, poster }, tools());
    expect(master).toMatchObject({ frames: 45, copied: true, hasSound: false });
    expect(await framesOf(outputPath)).toEqual(
      evenly(45).map((at) => expect.closeTo(at, 3) as number),
    );
    const picture = async (video: string) =>
      (await runTool('ffmpeg', tools().ffmpeg, ['-i', video, '-an', '-f', 'rawvideo', 'pipe:1']))
        .stdout;
    const originals = Buffer.concat(await Promise.all(shots.map((shot) => picture(shot.path))));
    expect((await picture(outputPath)).equals(originals)).toBe(true);
    near([...(await sharp(poster.path).raw().toBuffer()).subarray(0, 3)], [0x28, 0x50, 0xc8]);

    // One frame less is a change, and so is another decoder's setup.
    const shorter = [shots[0]!, { ...shots[1]!, frames: 14 }];
    expect(await assemble({ size, shots: { clips: shorter }, outputPath }, tools())).toMatchObject({
      copied: false,
    });
    const other = await clip(
      'baseline.mp4',
      'testsrc2=s=320x180:r=30:d=0.5',
      ...['-pix_fmt', 'yuv420p', ...bt709, ...h264],
    );
    const mixed = [shots[0]!, { path: other, frames: 15 }];
    expect(await assemble({ size, shots: { clips: mixed }, outputPath }, tools())).toMatchObject({
      copied: false,
    });
    // Untagged colours are not the master's.
    const untagged = await clip(
      'untagged.mp4',
      'testsrc2=s=320x180:r=30:d=0.5',
      '-pix_fmt',
      'yuv420p',
      ...h264,
    );
    const only = { clips: [{ path: untagged, frames: 15 }] };
    expect(await assemble({ size, shots: only, outputPath }, tools())).toMatchObject({
      copied: false,
    });
  });

  it('brings any sound to −14 LUFS, music low beneath a clip that is heard', async () => {
    await ffmpeg(
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30:d=4', '-f', 'lavfi'],
      ...['-i', "aevalsrc='0.05*sin(2*PI*1000*t)*between(t,1,2.2)':d=4", '-pix_fmt', 'yuv420p'],
      ...[...h264, '-c:a', 'aac', file('voice.mp4')],
    );
    await ffmpeg(
      '-f',
      'lavfi',
      '-i',
      "aevalsrc='0.9*sin(2*PI*220*t)':d=3:s=44100",
      file('music.mp3'),
    );
    const clips = [
      { path: file('voice.mp4'), frames: 120 },
      { path: file('voice.mp4'), frames: 120, sound: false },
    ];
    const outputPath = file('heard.mp4');
    await assemble({ size, shots: { clips }, musicPath: file('music.mp3'), outputPath }, tools());
    const promise = { size, shots: clips, sound: true };
    const { checks } = await checkMaster(outputPath, promise, tools());
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['loudness', 'true peak', 'black frames', 'longest standstill']),
    );
    const sound = await decodeSound(outputPath, 240 * 1600, tools());
    expect(Math.abs(integratedLoudness(sound.left, sound.right) + 14)).toBeLessThan(1);

    // How strong a tone is in a stretch: its part in phase and out of phase.
    const tone = (frequency: number, fromSeconds: number, toSeconds: number): number => {
      let [sine, cosine, count] = [0, 0, 0];
      for (let i = fromSeconds * 48_000; i < toSeconds * 48_000; i++, count++) {
        const at = (2 * Math.PI * frequency * i) / 48_000;
        sine += (sound.left[i] ?? 0) * Math.sin(at);
        cosine += (sound.left[i] ?? 0) * Math.cos(at);
      }
      return Math.hypot(sine, cosine) / count;
    };
    expect(tone(1000, 1.2, 2)).toBeGreaterThan(10 * tone(1000, 2.6, 3.8));
    expect(tone(220, 1.2, 2) / tone(220, 3, 3.8)).toBeLessThan(0.4);
    // The clip told to be silent is, the music of 3 s goes on to the end, and both ends are faded.
    expect(tone(1000, 5.2, 6)).toBeLessThan(0.005);
    expect(tone(220, 5.2, 6)).toBeGreaterThan(0.05);
    expect(tone(220, 7.95, 8)).toBeLessThan(0.02);
    expect(tone(220, 0, 0.03)).toBeLessThan(0.02);
  });

  it('holds a hard sound below its true peak', async () => {
    await ffmpeg(
      '-f',
      'lavfi',
      '-i',
      "aevalsrc='gt(mod(t,0.25),0.2)*(random(0)*2-1)':d=5:s=48000",
      file('hits.wav'),
    );
    const clips = [
      {
        path: await clip(
          'plain.mp4',
          'testsrc2=s=320x180:r=30:d=5',
          '-pix_fmt',
          'yuv420p',
          ...h264,
        ),
        frames: 150,
      },
    ];
    await assemble(
      { size, shots: { clips }, musicPath: file('hits.wav'), outputPath: file('hits.mp4') },
      tools(),
    );
    const { checks } = await checkMaster(
      file('hits.mp4'),
      { size, shots: clips, sound: true },
      tools(),
    );
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  });
});
