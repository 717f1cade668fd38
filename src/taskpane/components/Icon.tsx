/** Outlines on a 16 × 16 board, drawn for this product. */
const paths = {
  success: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.2l2.1 2.1L11 6.2',
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.8 5.8l4.4 4.4m0-4.4-4.4 4.4',
  warning: 'M8 2 1.6 13.4h12.8L8 2Zm0 4.6v3.2m0 1.7v.1',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 5.7v4m0-6.3V5',
  question: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6 6.3a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6m0 1.7v.1',
  search: 'M6.8 2.3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.8 3.8',
  back: 'M7 3 2.5 8 7 13M2.8 8h11',
  down: 'm4 6 4 4 4-4',
  right: 'm6 4 4 4-4 4',
  up: 'm4 10 4-4 4 4',
  undo: 'M5.5 2.5 2.5 5.5l3 3M2.8 5.5h6.4a4 4 0 0 1 0 8H6',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  close: 'm4 4 8 8m0-8-8 8',
  fix: 'm2.5 13.5.6-2.8 7.6-7.6a1.4 1.4 0 0 1 2 0l.2.2a1.4 1.4 0 0 1 0 2l-7.6 7.6-2.8.6Zm6.9-9 2.3 2.3',
  mark: 'M2.5 13.5h11M5 10.5V8l4.8-5.3 2.9 2.6-4.6 5.2H5Z',
  seal: 'M8 1.8 3 3.6v4c0 3.1 2.1 5.4 5 6.6 2.9-1.2 5-3.5 5-6.6v-4L8 1.8ZM5.6 7.9l1.7 1.7 3.1-3.4',
  save: 'M8 2.5v7m-3-3 3 3 3-3M2.5 11v2.5h11V11',
  sheet: 'M3 2h10v12H3zM3 6h10M7 6v8',
};

export type IconName = keyof typeof paths;

/** A small picture beside words; it says nothing by itself. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden focusable="false">
      <path
        d={paths[name]}
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
