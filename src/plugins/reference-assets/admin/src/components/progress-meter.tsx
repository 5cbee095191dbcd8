import { styled } from 'styled-components';

const Track = styled.div`
  width: 100%;
  height: 0.6rem;
  border-radius: 0.3rem;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral200};
`;
const Bar = styled.div<{ $share: number }>`
  width: ${({ $share }) => $share * 100}%;
  height: 100%;
  background: ${({ theme }) => theme.colors.primary600};

  @media (prefers-reduced-motion: no-preference) {
    transition: width 320ms ease-out;
  }
`;

/** How far something is: `share` 0–1. Strapi's `ProgressBar` is made for dark ground only. */
export const ProgressMeter = ({ label, share }: { label: string; share: number }) => {
  const bounded = Math.min(1, Math.max(0, share));
  return (
    <Track
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(bounded * 100)}
    >
      <Bar $share={bounded} />
    </Track>
  );
};
