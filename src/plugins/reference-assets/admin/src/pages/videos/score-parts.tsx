import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../../hooks/use-text';
import type { ScoreParts as Parts } from '../../../../shared/contracts/matching';

/** From here on a part speaks for an asset, up to there against it; what lies between tells nobody anything. */
const strongFrom = 0.7;
const weakUntil = 0.35;

type Part = keyof Parts;
const parts: Part[] = ['name', 'words', 'semantic', 'shotType', 'role', 'rights', 'use'];

/** What the score of a match is made of, in words: where it is strong and where it is weak. */
export const ScoreParts = ({ of }: { of: Parts | undefined }) => {
  const t = useText();
  const { formatList } = useIntl();
  if (!of) return null;
  // That nothing forbids its use is no merit.
  const strong = parts.filter((part) => part !== 'rights' && (of[part] ?? 0) >= strongFrom);
  const weak = parts.filter((part) => (of[part] ?? 1) <= weakUntil);
  const named = (list: Part[]) => formatList(list.map((part) => t(`reference.part.${part}`)));
  const told = [
    strong.length > 0 ? t('reference.strong', { parts: named(strong) }) : null,
    weak.length > 0 ? t('reference.weak', { parts: named(weak) }) : null,
  ];
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" data-testid="score-parts">
      {told.filter(Boolean).join(' · ')}
    </Typography>
  );
};
