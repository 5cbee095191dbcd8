import {
  dropsFrames,
  frameAt,
  middleOf,
  parseFps,
  secondsOf,
  timecode,
} from '../../../src/plugins/reference-assets/shared/timecode';

const [film, pal, even, ntsc, high] = ['24/1', '25/1', '30/1', '30000/1001', '60000/1001'].map(
  parseFps,
);

describe('frames', () => {
  it('are found again from any moment in them, at every rate', () => {
    const lost: unknown[] = [];
    for (const fps of [film, pal, even, ntsc, high, parseFps('24000/1001')]) {
      for (let frame = 0; frame < 20_000; frame += 7) {
        const begin = secondsOf(frame, fps);
        // A player keeps moments with a millionth of a second at best.
        const moments = [middleOf(frame, fps), begin, Math.round(begin * 1e6) / 1e6];
        if (moments.some((moment) => frameAt(moment, fps) !== frame)) lost.push([frame, fps]);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each(['30', '0/1', '30/0', '-30/1', '29.97/1', ''])('have no rate "%s"', (text) => {
    expect(() => parseFps(text)).toThrow(RangeError);
  });
});

describe('timecode', () => {
  it.each([
    [0, even, '00:00:00:00'],
    [29, even, '00:00:00:29'],
    [30, even, '00:00:01:00'],
    [30 * 3600, even, '01:00:00:00'],
    [24 * 61 + 5, film, '00:01:01:05'],
    [0, ntsc, '00:00:00;00'],
    [1799, ntsc, '00:00:59;29'],
    [1800, ntsc, '00:01:00;02'],
    [17_981, ntsc, '00:09:59;29'],
    [17_982, ntsc, '00:10:00;00'],
    [107_892, ntsc, '01:00:00;00'],
    [3599, high, '00:00:59;59'],
    [3600, high, '00:01:00;04'],
    [35_964, high, '00:10:00;00'],
  ])('of frame %i is as SMPTE counts', (frame, fps, code) => {
    expect(timecode(frame, fps)).toBe(code);
  });

  it('never says a number that drop-frame leaves out, and never one twice', () => {
    const seen = new Set<string>();
    for (let frame = 0; frame < 40_000; frame += 1) seen.add(timecode(frame, ntsc));
    expect([...seen].filter((code) => /:[0-5][1-9]:00;0[01]$/.test(code))).toEqual([]);
    expect(seen.size).toBe(40_000);
    expect(dropsFrames(even)).toBe(false);
  });
});
