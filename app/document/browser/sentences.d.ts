declare module "sentences:zh-CN" {
  const sentences: import("use-intl").Messages;
  export default sentences;
}
declare module "sentences:en" {
  const sentences: import("use-intl").Messages;
  export default sentences;
}
