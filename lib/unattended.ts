/**
 * The cookie with which a page says that it reads itself again because of what others did, while nobody is at it: for
 * a few seconds, and without a value that matters. Whoever sets it otherwise only shortens their own session.
 */
export const unattended = "bianfa-unattended";
