import { attemptTokenRefresh } from '@strapi/strapi/admin';
import type { Asset } from '../../../shared/contracts/assets';
import { backendUrl } from './backend';
import { route } from './studio-api';
import { UploadError } from './upload-error';

interface UploadOptions {
  token: string;
  signal: AbortSignal;
  /** Called with the share of the bytes that left the browser, 0–1. */
  onProgress: (share: number) => void;
}
interface Answer {
  status: number;
  body: { data?: Asset[]; error?: { message?: string } } | null;
}

// Fetch cannot tell how much of a body has been sent, XMLHttpRequest can.
const send = (file: File, { token, signal, onProgress }: UploadOptions) =>
  new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('files', file, file.name);
    request.open('POST', `${backendUrl()}${route('/assets')}`);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.responseType = 'json';
    request.withCredentials = true;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      resolve({ status: request.status, body: request.response as Answer['body'] });
    request.onerror = () => reject(new UploadError('unreachable'));
    request.onabort = () => reject(new UploadError('stopped'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });

/**
 * Sends one picture to the library and gives the assets it became.
 *
 * Throws: {@link UploadError}.
 */
export const uploadAsset = async (file: File, options: UploadOptions): Promise<Asset[]> => {
  let { status, body } = await send(file, options);
  if (status === 401) {
    const token = await attemptTokenRefresh(options.token);
    ({ status, body } = await send(file, { ...options, token }));
  }
  if (status >= 400 || !body?.data) {
    throw new UploadError('refused', body?.error?.message ?? `HTTP ${status}`);
  }
  return body.data;
};
