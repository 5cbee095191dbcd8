/** Output options that mark a stream as BT.709 limited range, for every ffmpeg since 4.1. */
export const colourTags: readonly string[] = [
  ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
  ...['-color_range', 'tv'],
];
