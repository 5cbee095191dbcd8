import { createContext, useContext, type ReactNode } from 'react';
import { UploadTray } from './upload-tray';
import { useUploads } from './use-uploads';

type AddUploads = (files: File[]) => void;
const UploadsContext = createContext<AddUploads>(() => undefined);

/** Holds the uploads above the pages, so that they go on while the person looks around, and shows them in a tray. */
export const UploadsProvider = ({ children }: { children: ReactNode }) => {
  const { add, ...queue } = useUploads();
  return (
    <UploadsContext.Provider value={add}>
      {children}
      <UploadTray {...queue} />
    </UploadsContext.Provider>
  );
};

/** Sends files to the library. */
export const useAddUploads = () => useContext(UploadsContext);
