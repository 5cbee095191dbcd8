import {
  Button,
  Checkbox,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useTestMailMutation } from '../../../api/notices';
import { Notice } from '../../../components/notice';
import { Section } from '../../../components/section';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import {
  notificationKinds,
  panelKinds,
  type NotificationKind,
  type NotificationRules,
  type PanelKind,
} from '../../../../../shared/contracts/notices';

type Told = Pick<NotificationRules, 'panel' | 'email'>;

interface PeopleSectionProps {
  told: Told;
  provider: string | null;
  onChange: (told: Told) => void;
}

const inPanel = (kind: NotificationKind): kind is PanelKind =>
  (panelKinds as readonly NotificationKind[]).includes(kind);

/** A list with one of its kinds in or out, in the usual order. */
const withKind = <Kind extends NotificationKind>(
  all: readonly Kind[],
  now: readonly Kind[],
  kind: Kind,
  on: boolean,
): Kind[] => all.filter((one) => (one === kind ? on : now.includes(one)));

const KindRow = ({
  kind,
  told,
  provider,
  onChange,
}: PeopleSectionProps & { kind: NotificationKind }) => {
  const t = useText();
  const name = t(`notices.kind.${kind}`);
  const isMailed = told.email.includes(kind);
  return (
    <Tr>
      <Td>
        <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
          {name}
        </Typography>
      </Td>
      <Td>
        <Checkbox
          aria-label={t('notices.panel.of', { name })}
          checked={!inPanel(kind) || told.panel.includes(kind)}
          disabled={!inPanel(kind)}
          onCheckedChange={(on) => {
            if (!inPanel(kind)) return;
            onChange({ ...told, panel: withKind(panelKinds, told.panel, kind, on === true) });
          }}
        />
      </Td>
      <Td>
        <Checkbox
          aria-label={t('notices.email.of', { name })}
          checked={isMailed}
          // What was turned on while there was a provider can be turned off.
          disabled={!provider && !isMailed}
          onCheckedChange={(on) =>
            onChange({
              ...told,
              email: withKind(notificationKinds, told.email, kind, on === true),
            })
          }
        />
      </Td>
    </Tr>
  );
};

const columns = ['what', 'panel', 'email'] as const;

/** What people are told of, where, and who they are. */
export const PeopleSection = (props: PeopleSectionProps) => {
  const t = useText();
  const report = useFeedback();
  const [test, { isLoading }] = useTestMailMutation();
  const { provider } = props;
  return (
    <Section
      look="boxed"
      title={t('notices.people')}
      action={
        provider ? (
          <Button
            variant="secondary"
            loading={isLoading}
            onClick={() => void report(test(), t('notices.mail.sent'))}
          >
            {t('notices.mail.test')}
          </Button>
        ) : null
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t('notices.people.hint')}</Typography>
        {provider ? (
          <Typography textColor="neutral600">
            {t('notices.mail.provider', { name: provider })}
          </Typography>
        ) : (
          <Notice tone="warning">{t('notices.mail.none')}</Notice>
        )}
        <Table colCount={columns.length} rowCount={notificationKinds.length + 1}>
          <Thead>
            <Tr>
              {columns.map((name) => (
                <Th key={name}>
                  <Typography variant="sigma">{t(`notices.${name}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {notificationKinds.map((kind) => (
              <KindRow key={kind} kind={kind} {...props} />
            ))}
          </Tbody>
        </Table>
      </Flex>
    </Section>
  );
};
