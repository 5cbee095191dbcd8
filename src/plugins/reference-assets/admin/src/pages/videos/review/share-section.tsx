import { useState, type FormEvent } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  Grid,
  NumberInput,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { backendUrl } from '../../../api/backend';
import {
  useCreateLinkMutation,
  useListLinksQuery,
  useRevokeLinkMutation,
} from '../../../api/review';
import { ConfirmButton } from '../../../components/confirm-button';
import { Notice } from '../../../components/notice';
import { Section } from '../../../components/section';
import { useDraftOf } from '../../../hooks/use-draft';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { LinkRequest, ReviewLink } from '../../../../../shared/contracts/review-links';

const Links = ({ videoId, links }: { videoId: string; links: ReviewLink[] }) => {
  const t = useText();
  const report = useFeedback();
  const { moment } = useUnits();
  const [revoke] = useRevokeLinkMutation();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {links.map((link) => (
        <Flex tag="li" key={link.id} justifyContent="space-between" gap={3} wrap="wrap">
          <Typography textColor="neutral800">
            {[
              link.label,
              t(link.revokedAt ? 'share.revoked' : 'share.until', {
                at: moment(link.revokedAt ?? link.expiresAt),
              }),
              link.mayApprove ? t('share.mayApprove') : null,
              link.hasPassword ? t('share.hasPassword') : null,
              link.lastSeenAt ? t('share.seen', { at: moment(link.lastSeenAt) }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {link.revokedAt ? null : (
            <ConfirmButton
              size="S"
              variant="danger-light"
              title={t('share.revoke')}
              question={t('share.revoke.question', { name: link.label })}
              onConfirm={() => report(revoke({ id: videoId, linkId: link.id }))}
            >
              {t('share.revoke')}
            </ConfirmButton>
          )}
        </Flex>
      ))}
    </Flex>
  );
};

const fresh = { label: '', days: 14, mayApprove: false };
const readFresh = (kept: unknown) => ({ ...fresh, ...(kept as typeof fresh) });

/** Review links for people without an account. */
export const ShareSection = ({ videoId }: { videoId: string }) => {
  const t = useText();
  const report = useFeedback();
  const { data: links = [] } = useListLinksQuery(videoId);
  const [create, { isLoading }] = useCreateLinkMutation();
  const [draft, setDraft] = useDraftOf(`link.${videoId}`, fresh, readFresh);
  // A password is kept nowhere.
  const [password, setPassword] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { label, days, mayApprove } = draft;
    const request: LinkRequest = { label: label.trim(), days, mayApprove };
    const made = await report(
      create({ id: videoId, request: password ? { ...request, password } : request }),
    );
    if (!made) return;
    setAddress(`${backendUrl()}${made.path}`);
    setDraft(undefined);
    setPassword('');
  };
  return (
    <Section look="boxed" title={t('share.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t('share.hint')}</Typography>
        <form onSubmit={send}>
          <Grid.Root gap={4}>
            <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="label" required>
                <Field.Label>{t('share.label')}</Field.Label>
                <TextInput
                  value={draft.label}
                  maxLength={100}
                  onChange={({ target }: { target: HTMLInputElement }) =>
                    setDraft({ ...draft, label: target.value })
                  }
                />
              </Field.Root>
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="days">
                <Field.Label>{t('share.days')}</Field.Label>
                <NumberInput
                  value={draft.days}
                  onValueChange={(days?: number) => setDraft({ ...draft, days: days ?? 14 })}
                />
              </Field.Root>
            </Grid.Item>
            <Grid.Item col={12} s={12} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="password">
                <Field.Label>{t('share.password')}</Field.Label>
                <TextInput
                  type="password"
                  autoComplete="new-password"
                  minLength={8}
                  value={password}
                  onChange={({ target }: { target: HTMLInputElement }) => setPassword(target.value)}
                />
              </Field.Root>
            </Grid.Item>
          </Grid.Root>
          <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingTop={4}>
            <Checkbox
              checked={draft.mayApprove}
              onCheckedChange={(on) => setDraft({ ...draft, mayApprove: on === true })}
            >
              {t('share.mayApprove')}
            </Checkbox>
            <Button
              type="submit"
              variant="secondary"
              disabled={!draft.label.trim()}
              loading={isLoading}
            >
              {t('share.create')}
            </Button>
          </Flex>
        </form>
        {address ? (
          <Notice tone="success" title={t('share.once')}>
            <span data-testid="review-link" style={{ overflowWrap: 'anywhere' }}>
              {address}
            </span>
          </Notice>
        ) : null}
        <Links videoId={videoId} links={links} />
      </Flex>
    </Section>
  );
};
