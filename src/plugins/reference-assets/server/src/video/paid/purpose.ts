import type { Purpose } from '../../money/purse';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';

/** For what a vendor job's money is held. */
export const purposeOf = (job: Pick<VendorJobRow, 'id' | 'video' | 'owner'>): Purpose => ({
  key: `call/${job.id}`,
  video: job.video,
  owner: job.owner,
});
