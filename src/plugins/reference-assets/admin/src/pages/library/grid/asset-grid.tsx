import { useEffect, useRef } from 'react';
import { useHref } from 'react-router-dom';
import { styled } from 'styled-components';
import { useText } from '../../../hooks/use-text';
import { isRanked, type LibrarySearch } from '../library-search';
import { AssetTile, textHeight } from './asset-tile';
import { pagesOf } from './grid-layout';
import { PageLoader } from './page-loader';
import { pageSize, type useFound } from './use-found';
import { useGridKeys } from './use-grid-keys';
import type { Selection } from './use-selection';
import { scrollerOf, useVisibleRows } from './use-visible-rows';

const Canvas = styled.div`
  position: relative;
`;
const Row = styled.div`
  position: absolute;
  left: 0;
  right: 0;
  display: grid;
  gap: 16px;
`;
const Ghost = styled.div`
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
`;

interface AssetGridProps {
  search: LibrarySearch;
  found: ReturnType<typeof useFound>;
  selection: Selection | null;
  /** The address of the library without an open asset. */
  params: URLSearchParams;
  open: (documentId: string) => void;
}

const between = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** The library as a grid of which only what is near the screen exists; it knows its whole length from the start. */
export const AssetGrid = ({ search, found, selection, params, open }: AssetGridProps) => {
  const t = useText();
  const canvas = useRef<HTMLDivElement>(null);
  const base = useHref({ search: '' });
  const withReasons = isRanked(search);
  const { hitAt, total, keep } = found;
  const { layout, rows } = useVisibleRows(canvas, total, textHeight(withReasons));
  const openAt = (index: number) => {
    const hit = hitAt(index);
    if (hit) open(hit.asset.documentId);
  };
  const keys = useGridKeys({ canvas, layout, total, hitAt, selection, open: openAt });

  const wanted = useRef(search);
  useEffect(() => {
    if (wanted.current === search || !canvas.current) return;
    wanted.current = search;
    // Another search begins at its top, where its best hits are.
    const hidden = canvas.current.getBoundingClientRect().top;
    if (hidden < 0) scrollerOf(canvas.current).scrollBy({ top: hidden - 200 });
  }, [search]);

  const hrefOf = (documentId: string) => {
    const next = new URLSearchParams(params);
    next.set('asset', documentId);
    return `${base}?${next.toString()}`;
  };
  const { columns } = layout;
  const activeRow = Math.floor(keys.active / columns);
  const drawn = between(...rows);
  // The row that has the focus stays, however far a person scrolls.
  if (layout.rows > 0 && rows[1] > 0 && !drawn.includes(activeRow)) drawn.push(activeRow);
  return (
    <Canvas
      ref={canvas}
      role="grid"
      aria-label={t('library.title')}
      aria-rowcount={layout.rows}
      aria-colcount={columns}
      aria-multiselectable={selection ? true : undefined}
      data-testid="asset-grid"
      data-selecting={selection !== null && selection.chosen.size > 0}
      style={{ height: layout.height }}
      onKeyDown={keys.onKeyDown}
      onClick={keys.onClick}
    >
      {pagesOf(rows, columns, pageSize)
        .filter((page) => page > 1)
        .map((page) => (
          <PageLoader key={page} search={search} page={page} keep={keep} />
        ))}
      {drawn.map((row) => (
        <Row
          key={row}
          role="row"
          aria-rowindex={row + 1}
          style={{
            top: row * layout.row,
            height: layout.tile,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {between(row * columns, Math.min(total, (row + 1) * columns)).map((index) => {
            const hit = hitAt(index);
            return hit ? (
              <AssetTile
                key={hit.asset.documentId}
                hit={hit}
                index={index}
                href={hrefOf(hit.asset.documentId)}
                picture={layout.picture}
                isSelected={selection?.chosen.has(hit.asset.documentId) ?? false}
                isEntry={index === keys.active}
                withReasons={withReasons}
                maySelect={selection !== null}
              />
            ) : (
              <Ghost key={index} role="gridcell" aria-busy />
            );
          })}
        </Row>
      ))}
    </Canvas>
  );
};
