/** What of a picture is backdrop, one byte a pixel: 1 is backdrop, 0 is subject. */
export type BackdropMask = Uint8Array;
