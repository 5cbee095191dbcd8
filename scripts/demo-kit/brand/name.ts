/** The brand's name; invented, as the brand is. */
export const BRAND = 'TARNLARK';
