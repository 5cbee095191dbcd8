import {
  commentRequest,
  drawing,
} from '../../../src/plugins/reference-assets/shared/contracts/reviews';

const point = (x: number, y: number) => [x, y];
const line = (points: unknown[], more = {}) => ({ color: 'red', width: 0.01, points, ...more });
const fits = (value: unknown) => drawing.safeParse(value).success;

describe('a drawing', () => {
  it('keeps its points to a ten-thousandth', () => {
    const { strokes } = drawing.parse({ strokes: [line([point(0.123456789, 1)])] });
    expect(strokes[0].points).toEqual([[0.1235, 1]]);
  });

  it.each([
    ['nothing', { strokes: [] }],
    ['a stroke without points', { strokes: [line([])] }],
    ['a point outside', { strokes: [line([point(1.01, 0)])] }],
    ['no number', { strokes: [line([point(NaN, 0)])] }],
    ['a third coordinate', { strokes: [line([[0, 0, 0]])] }],
    ['a colour of its own', { strokes: [line([point(0, 0)], { color: '#fff' })] }],
    ['a field nobody knows', { strokes: [line([point(0, 0)], { onload: 'alert(1)' })] }],
    ['too many points', { strokes: Array(9).fill(line(Array(500).fill(point(0, 0)))) }],
    ['too many strokes', { strokes: Array(61).fill(line([point(0, 0)])) }],
  ])('is not made of %s', (_what, value) => {
    expect(fits(value)).toBe(false);
  });

  it('stands on a frame, as a range begins on one', () => {
    const strokes = [line([point(0, 0)])];
    const ok = (more: object) => commentRequest.safeParse({ text: 'x', ...more }).success;
    expect(ok({ drawing: { strokes } })).toBe(false);
    expect(ok({ drawing: { strokes }, frame: 0 })).toBe(true);
    expect(ok({ frameEnd: 3 })).toBe(false);
    expect(ok({ frame: 3, frameEnd: 3 })).toBe(true);
    expect(ok({ frame: 4, frameEnd: 3 })).toBe(false);
  });
});
