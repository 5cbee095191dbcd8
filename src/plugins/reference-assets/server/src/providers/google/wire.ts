import { z } from 'zod';

/** What an operation, or a refused request, says went wrong (google.rpc.Status). */
const rpcStatus = z.object({ code: z.number().nullish(), message: z.string().nullish() });

/** A film lies at an address or, small ones at some servers, in the reply itself. */
const video = z.object({ uri: z.string().nullish(), encodedVideo: z.string().nullish() });
const samples = z.array(z.object({ video: video.nullish() })).nullish();
const videos = z.object({
  generatedSamples: samples,
  /** The vendor's own client calls them so, and some proxies pass that on. */
  generatedVideos: samples,
  raiMediaFilteredCount: z.number().nullish(),
  raiMediaFilteredReasons: z.array(z.string()).nullish(),
});

/**
 * Reply of POST /models/{model}:predictLongRunning and GET /{operation}.
 *
 * Source: @google/genai 2.32.0, `generateVideosOperationFromMldev`.
 */
export const operation = z.object({
  name: z.string().regex(/^(?!.*\.\.)[\w./-]{1,300}$/),
  done: z.boolean().nullish(),
  error: rpcStatus.nullish(),
  response: videos.extend({ generateVideoResponse: videos.nullish() }).nullish(),
});
export type Operation = z.infer<typeof operation>;

/** An error reply of any request. */
export const errorReply = z.object({
  error: rpcStatus.extend({
    status: z.string().nullish(),
    details: z.array(z.looseObject({})).nullish(),
  }),
});
