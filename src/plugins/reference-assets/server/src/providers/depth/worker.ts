import { estimateDepth } from './depth-model';
import type { DepthReply, DepthTask } from './protocol';

/** Entry of the thread in which depth is estimated: inference blocks the thread that runs it. */
const answer = async ({ folder, input }: DepthTask): Promise<DepthReply> => {
  try {
    const bytes = typeof input === 'string' ? input : Buffer.from(input);
    return { depth: await estimateDepth(folder, bytes) };
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return name === 'MediaRefusal'
      ? { fault: { kind: 'picture', code: code ?? 'not-an-image', message } }
      : { fault: { kind: 'model', code: 'unavailable', message } };
  }
};

export default answer;
