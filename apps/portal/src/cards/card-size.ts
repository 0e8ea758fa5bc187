/** Of the pictures of stories on other sites, in pixels: what all of them take. */
export const CARD = { width: 1_200, height: 630 } as const;
