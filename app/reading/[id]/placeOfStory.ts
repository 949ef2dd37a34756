/** Where a story stands on the page: the id of its section. */
export const placeOfStory = (id: string): string => `entry-${id}`;
