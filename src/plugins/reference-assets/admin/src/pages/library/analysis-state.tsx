import { StateBadge, type Tone } from '../../components/state-badge';
import { useText } from '../../hooks/use-text';
import type { Analysis, AnalysisStatus } from '../../../../shared/contracts/assets';

const tones: Record<AnalysisStatus, Tone> = {
  pending: 'neutral',
  running: 'primary',
  done: 'success',
  failed: 'danger',
  refused: 'warning',
};

/** Where the analysis of an asset stands, in a badge. */
export const AnalysisBadge = ({ status }: Pick<Analysis, 'status'>) => {
  const t = useText();
  return (
    <StateBadge tone={tones[status]} busy={status === 'pending' || status === 'running'}>
      {t(`analysis.${status}`)}
    </StateBadge>
  );
};

/** Whether the analysis ended without a result. */
export const hasFailed = ({ status }: Pick<Analysis, 'status'>) =>
  status === 'failed' || status === 'refused';
