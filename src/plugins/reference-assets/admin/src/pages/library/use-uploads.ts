import { useCallback, useEffect, useRef, useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { useNoteChangesMutation } from '../../api/live';
import { LIST } from '../../api/studio-api';
import { uploadAsset } from '../../api/upload';
import { asUploadError, enqueue, nextUp, patch, type Upload } from './upload-queue';

/** The files being uploaded: add some, try a failed one again, stop one, put the finished list away. */
export const useUploads = () => {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const token = useAuth('useUploads', (state) => state.token);
  const [noteChanges] = useNoteChangesMutation();
  const stops = useRef(new Map<number, AbortController>());
  const lastId = useRef(0);

  const change = useCallback(
    (id: number, to: Partial<Upload>) => setUploads((all) => patch(all, id, to)),
    [],
  );
  const start = useCallback(
    async ({ id, file }: Upload) => {
      const stop = new AbortController();
      stops.current.set(id, stop);
      change(id, { state: 'sending', share: 0, error: null });
      try {
        const onProgress = (share: number) => change(id, { share });
        const [asset] = await uploadAsset(file, {
          token: token ?? '',
          signal: stop.signal,
          onProgress,
        });
        change(id, { state: 'done', share: 1, assetId: asset.documentId });
        void noteChanges([{ type: 'RefAsset', id: LIST }]);
      } catch (error) {
        change(id, { state: 'failed', error: asUploadError(error) });
      } finally {
        stops.current.delete(id);
      }
    },
    [change, noteChanges, token],
  );

  useEffect(() => {
    for (const upload of nextUp(uploads)) {
      if (!stops.current.has(upload.id)) void start(upload);
    }
  }, [uploads, start]);
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  const add = (files: File[]) => {
    const firstId = lastId.current + 1;
    lastId.current += files.length;
    setUploads((all) => enqueue(all, files, firstId));
  };
  const stop = (id: number) => stops.current.get(id)?.abort();
  const retry = (id: number) => change(id, { state: 'waiting', error: null });
  const clear = () => setUploads((all) => all.filter(({ state }) => state === 'sending'));
  return { uploads, add, stop, retry, clear };
};
