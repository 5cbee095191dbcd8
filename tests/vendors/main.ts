import { startVendors } from './vendor-server';
import type { VendorSettings } from './vendor-state';

/**
 * The test vendor as a process of its own, which outlives the application that a test kills.
 *
 * `tsx tests/vendors/main.ts '{"videoMs": 4000}'` prints one line of JSON with the addresses and secrets.
 */
const start = async (): Promise<void> => {
  const settings = JSON.parse(process.argv[2] ?? '{}') as Partial<VendorSettings>;
  const { url, replicateUrl, googleUrl, replicateToken, googleKey, webhookSecret } =
    await startVendors(settings);
  console.log(
    JSON.stringify({ url, replicateUrl, googleUrl, replicateToken, googleKey, webhookSecret }),
  );
};

void start();
