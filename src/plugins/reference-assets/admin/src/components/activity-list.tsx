import { Button, Flex, Typography } from '@strapi/design-system';
import { useText, type TextId } from '../hooks/use-text';
import { useUnits } from '../hooks/use-units';
import texts from '../translations/en.json';
import type { ActivityEntry } from '../../../shared/contracts/reviews';

/** The most that is shown of what happened. */
export const mostActivity = 100;

interface ActivityListProps {
  testId: string;
  entries: readonly ActivityEntry[];
  /** How the detail of an entry is told; as it stands unless said. */
  tell?: (detail: string) => string;
  /** Shows more, where there is more. */
  onMore?: () => void;
}

/** Who did what when, newest first. */
export const ActivityList = ({
  testId,
  entries,
  tell = (detail) => detail,
  onMore,
}: ActivityListProps) => {
  const t = useText();
  const { moment } = useUnits();
  const deed = (action: string) => {
    const id = `activity.${action}`;
    return id in texts ? t(id as TextId) : action.replaceAll('_', ' ');
  };
  return (
    <>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2} data-testid={testId}>
        {entries.map(({ id, at, actor, actorKind, action, detail }) => (
          <Flex tag="li" key={id} gap={2} wrap="wrap" alignItems="baseline">
            <Typography variant="pi" textColor="neutral600">
              {moment(at)}
            </Typography>
            <Typography textColor="neutral800">
              {actorKind === 'system' ? t('activity.system') : actor}: {deed(action)}
              {detail ? ` (${tell(detail)})` : ''}
            </Typography>
          </Flex>
        ))}
      </Flex>
      {onMore ? (
        <Button size="S" variant="tertiary" onClick={onMore}>
          {t('library.more')}
        </Button>
      ) : null}
    </>
  );
};
