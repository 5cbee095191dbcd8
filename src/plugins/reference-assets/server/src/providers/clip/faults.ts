import { ProviderError, type ProviderErrorCode } from '../../errors';
import type { EncoderState } from '../ports';
import { EncodingFault, type FaultName } from './protocol';
import { messageOf } from '../../../../shared/message-of';

interface Meaning {
  code: ProviderErrorCode;
  retryable: boolean;
  /** What the encoder is when loading ended so. */
  state: Extract<EncoderState, 'absent' | 'failed'>;
}

const meanings: Record<FaultName, Meaning> = {
  'library-missing': { code: 'unavailable', retryable: false, state: 'absent' },
  'model-missing': { code: 'unavailable', retryable: false, state: 'absent' },
  'network-timeout': { code: 'timeout', retryable: true, state: 'absent' },
  network: { code: 'unavailable', retryable: true, state: 'absent' },
  closed: { code: 'unavailable', retryable: false, state: 'absent' },
  'model-broken': { code: 'unavailable', retryable: false, state: 'failed' },
  'wrong-dimension': { code: 'bad-reply', retryable: false, state: 'failed' },
  'bad-input': { code: 'bad-request', retryable: false, state: 'failed' },
  'bad-output': { code: 'bad-reply', retryable: false, state: 'failed' },
  timeout: { code: 'timeout', retryable: true, state: 'failed' },
  gone: { code: 'unavailable', retryable: true, state: 'failed' },
};

/** What the encoder is when loading ended with this fault. */
export function stateAfter(fault: EncodingFault): Meaning['state'] {
  return meanings[fault.fault].state;
}

/** Any failure as a fault; one without a name comes from starting the thread itself. */
export function asFault(error: unknown): EncodingFault {
  if (error instanceof EncodingFault) return error;
  const message = messageOf(error);
  return new EncodingFault('gone', `The encoder's thread cannot be started: ${message}`, {
    cause: error,
  });
}

/** A fault as it leaves the provider. */
export function toProviderError(fault: EncodingFault, operation: string): ProviderError {
  const { code, retryable } = meanings[fault.fault];
  return new ProviderError(fault.message, {
    provider: 'clip',
    operation,
    code,
    retryable,
    cause: fault,
  });
}
