import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';

type NoticeTone = 'primary' | 'success' | 'warning' | 'danger';

const icons = {
  primary: Information,
  success: CheckCircle,
  warning: WarningCircle,
  danger: WarningCircle,
};

interface NoticeProps {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** A message that stays on the page; Strapi's `Alert` always has a button that closes it. */
export const Notice = ({ tone = 'primary', title, children, action }: NoticeProps) => {
  const Icon = icons[tone];
  return (
    <Flex
      role={tone === 'danger' ? 'alert' : 'status'}
      gap={3}
      padding={4}
      alignItems="flex-start"
      background={`${tone}100`}
      borderColor={`${tone}200`}
      hasRadius
    >
      <Box shrink={0} paddingTop={1}>
        <Icon width="1.6rem" height="1.6rem" fill={`${tone}600`} aria-hidden />
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={1} flex="1" minWidth={0}>
        {title ? (
          <Typography fontWeight="bold" textColor="neutral800">
            {title}
          </Typography>
        ) : null}
        {children ? <Typography textColor="neutral800">{children}</Typography> : null}
      </Flex>
      {action}
    </Flex>
  );
};
