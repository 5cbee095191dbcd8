import type { GenerationState } from '../generation-ports';
import { failure, type Verdict } from '../transport/failures';
import { filtered, speaker, verdictOnOperation } from './failures';
import type { Operation } from './wire';

const odd: Verdict = {
  code: 'bad-reply',
  retryable: false,
  message: 'Google answered in a way this version does not understand.',
};

type Video = NonNullable<NonNullable<Operation['response']>['generatedSamples']>[number]['video'];

const outputOf = (video: Video): string | undefined => {
  if (video?.uri) return video.uri;
  return video?.encodedVideo ? `data:video/mp4;base64,${video.encodedVideo}` : undefined;
};

/**
 * How an operation stands.
 *
 * Done with no video at all means that the safety filter took it: the vendor reports no error then.
 */
export const stateOf = ({ name, done, error, response }: Operation): GenerationState => {
  const failed = (verdict: Verdict, cause?: Error): GenerationState & { state: 'failed' } => ({
    state: 'failed',
    failure: failure(speaker, 'check', verdict, { cause, requestId: name }),
  });
  if (!done) return { state: 'running' };
  if (error) {
    const text = (error.message ?? '').slice(0, 600);
    if (error.code === 1) return { state: 'canceled' };
    return failed(verdictOnOperation(error.code ?? 2, text), new Error(text));
  }
  const answer = response?.generateVideoResponse ?? response;
  if (!answer) return { ...failed(odd), isPaid: true };
  const samples = answer.generatedSamples ?? answer.generatedVideos ?? [];
  const outputs = samples.flatMap(({ video }) => outputOf(video) ?? []);
  if (outputs.length > 0) return { state: 'succeeded', outputs };
  const reasons = answer.raiMediaFilteredReasons?.join(' ').slice(0, 600);
  return failed(filtered, reasons ? new Error(reasons) : undefined);
};
