import { styled } from 'styled-components';

/** A tile; drawn by hundreds, so that it is plain elements instead of the design system's. */
export const Tile = styled.div`
  position: relative;
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary500};
  }
  &:focus-within:has(a:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  &[aria-selected='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

export const Words = styled.div`
  display: flex;
  flex-direction: column;
  gap: 2px;
  padding: 8px 12px;
  font-size: 1.2rem;
  line-height: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral600};

  p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** The one link of a tile; its area is the whole tile. */
export const Name = styled.a`
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  font-size: 1.4rem;
  line-height: 2rem;
  font-weight: 600;
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;
  outline: none;

  &::after {
    content: '';
    position: absolute;
    inset: 0;
  }
`;

/** Says why a search found the tile, on two lines at most. */
export const Reason = styled.span`
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
`;

export const Mark = styled.button`
  position: absolute;
  z-index: 1;
  top: 8px;
  left: 8px;
  display: grid;
  place-items: center;
  width: 24px;
  height: 24px;
  padding: 0;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.neutral0};
  opacity: 0;

  svg {
    width: 12px;
    height: 12px;
    visibility: hidden;
  }
  ${Tile}:hover &,
  ${Tile}:focus-within &,
  [data-selecting='true'] & {
    opacity: 1;
  }
  &[aria-pressed='true'] {
    opacity: 1;
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary600};

    svg {
      visibility: visible;
      path {
        fill: ${({ theme }) => theme.colors.neutral0};
      }
    }
  }
`;
