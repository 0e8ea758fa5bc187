/** What our files carry beyond their standards: a namespace of our own, and who wrote a note. */
export const OWN_NAMESPACE = 'urn:mekong-desk:exchange';
export const PRODUCT = 'Mekong Desk';
/** Notes that only repeat the glossary for people whose tool shows no terms. */
export const GLOSSARY_NOTE = 'mekong-desk:glossary';
