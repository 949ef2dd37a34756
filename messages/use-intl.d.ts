import type { Language } from "@/lib/languages";
import type zh from "./zh-CN";

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof zh;
    Locale: Language;
  }
}
