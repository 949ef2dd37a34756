/** What the server itself answers, before any page is asked; `{max}` is its only kind of place. */
export const web = {
  web: {
    tooLarge:
      "What was sent is too large: at most {max} is taken here. Make it smaller and try again; what was saved is not touched.",
    noBody: "Nothing is taken at this address.",
    compressed: "What is sent must not be compressed (Content-Encoding). Send it as it is.",
    method: "Only GET, HEAD and POST are answered here.",
    elsewhere:
      "The request did not come from a page of this system and was not carried out. Reload the page and try again.",
    busy: "Too many are connected at the moment. Try again shortly.",
    lines: "Too many pages are open at once: this one hears of nothing new by itself. Reload it to see.",
    receiving: "Too many files are being received at the moment. Try again shortly.",
    slow: "What was sent did not arrive in time. Check the network and try again.",
    headers:
      "The address or the headers of the request are too long. Search for no more than 200 characters (go back in the browser); if it still happens, clear the cookies of this site.",
    malformed: "The request does not follow the protocol.",
    failed: "The system failed. Try again shortly.",
  },
};
