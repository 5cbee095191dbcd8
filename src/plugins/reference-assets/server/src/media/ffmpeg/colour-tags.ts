/** Output options that mark a stream as BT.709 limited range, for every ffmpeg since 4.1. */
export const colourTags: readonly string[] = [
  ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
  ...['-color_range', 'tv'],
];

/**
 * Filter that marks frames as BT.709 limited range without touching them.
 *
 * From ffmpeg 7 on, output tags that differ from the frames' make it convert the colours; marked frames pass as they are.
 */
export const markColours =
  'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709';
