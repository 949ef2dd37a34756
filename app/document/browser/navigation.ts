import { refresh } from "./parts";

// What the components that are shared with the other pages ask Next for, on a page that is a document.
const router = {
  refresh: () => void refresh(),
  push: (href: string) => location.assign(href),
  replace: (href: string) => location.replace(href),
};

export const useRouter = () => router;
export const usePathname = () => location.pathname;
/** Of Next's own signals none comes here. */
export const unstable_rethrow = () => {};
