import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { More } from '../../components/more';
import { Section } from '../../components/section';
import { StateBadge, type Tone } from '../../components/state-badge';
import { useText, useWord } from '../../hooks/use-text';
import type { QualityCheck, QualityReport } from '../../../../shared/contracts/quality';
import type { Beat } from '../../../../shared/contracts/beats';

const List = styled.ul`
  display: flex;
  flex-direction: column;
  margin: 0;
  padding: 0;
  list-style: none;

  li {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: ${({ theme }) => theme.spaces[3]};
    padding-block: ${({ theme }) => theme.spaces[2]};
  }
  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;
/** What a check asks of whoever reads it. */
const verdictOf = ({ passed, advisory }: QualityCheck): [Tone, 'passed' | 'look' | 'failed'] => {
  if (passed) return ['success', 'passed'];
  return advisory ? ['warning', 'look'] : ['danger', 'failed'];
};
/** The proof of the logo is what a brand asks for first. */
const isProof = ({ name }: QualityCheck) => name.startsWith('logo ');

const Check = ({ check, beats }: { check: QualityCheck; beats: readonly Beat[] }) => {
  const t = useText();
  const word = useWord();
  const { name, beatId, expected, actual, passed } = check;
  const [tone, verdict] = verdictOf(check);
  const beat = beats.find(({ documentId }) => documentId === beatId);
  const actualOf = (value: QualityCheck['actual']) =>
    String(value) === 'true' ? t('yes') : String(value);
  const about = beat ? ` · ${t('beat.title', { number: beat.order + 1, name: beat.name })}` : '';
  return (
    <li>
      <div>
        <Typography tag="p" fontWeight="semiBold" textColor="neutral800">
          {word('check', name.replaceAll(' ', '_'))}
          {about}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {passed
            ? actualOf(actual)
            : t('quality.check', { expected: String(expected), actual: String(actual) })}
        </Typography>
      </div>
      <StateBadge tone={tone}>{t(`quality.${verdict}`)}</StateBadge>
    </li>
  );
};

const Checks = ({ checks, beats }: { checks: QualityCheck[]; beats: readonly Beat[] }) => (
  <List>
    {checks.map((check) => (
      <Check key={`${check.name} ${check.beatId ?? ''}`} check={check} beats={beats} />
    ))}
  </List>
);

interface QualitySectionProps {
  report: QualityReport;
  beats: readonly Beat[];
}

/** What was promised and what the file says: what does not fit, the proof of the logo, and on demand all the rest. */
export const QualitySection = ({ report, beats }: QualitySectionProps) => {
  const t = useText();
  const { checks } = report;
  const shown = checks.filter((check) => !check.passed || isProof(check));
  const rest = checks.filter((check) => !shown.includes(check));
  const passed = checks.filter((check) => check.passed).length;
  return (
    <Section
      look="boxed"
      title={t('quality.title')}
      action={
        <StateBadge tone={report.passed ? 'success' : 'danger'}>
          {t(report.passed ? 'quality.passed' : 'quality.failed')}
        </StateBadge>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={2} data-testid="quality">
        <Typography textColor="neutral600">
          {t('quality.summary', { passed, total: checks.length })}
        </Typography>
        {shown.length > 0 ? <Checks checks={shown} beats={beats} /> : null}
        {rest.length > 0 ? (
          <More>
            <summary>{t('quality.more', { count: rest.length })}</summary>
            <Checks checks={rest} beats={beats} />
          </More>
        ) : null}
      </Flex>
    </Section>
  );
};
