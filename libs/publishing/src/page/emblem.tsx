/** The organisation's sign: a lotus over two waves of the river. Decoration beside the name. */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle cx="24" cy="24" r="24" class="emblem-ground" />
      <g class="emblem-river">
        <path d="M9 30c5-4 10-4 15 0s10 4 15 0" />
        <path d="M12 36.5c4-3.2 8-3.2 12 0s8 3.2 12 0" />
      </g>
      <path
        class="emblem-lotus"
        d="M24 8c3.2 4.4 4.8 8.2 4.8 11.2 0 3.4-1.9 5.6-4.8 5.6s-4.8-2.2-4.8-5.6C19.2 16.2 20.8 12.4 24 8zM16.8 13.4c-.5 4.3.3 8 2.5 10.9-4.4.4-7.6-1.5-9.3-5.5 2.1-2.3 4.4-4.1 6.8-5.4zm14.4 0c2.4 1.3 4.7 3.1 6.8 5.4-1.7 4-4.9 5.9-9.3 5.5 2.2-2.9 3-6.6 2.5-10.9z"
      />
    </svg>
  );
}
