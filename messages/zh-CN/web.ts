/** What the server itself answers, before any page is asked; `{max}` is its only kind of place. */
export const web = {
  web: {
    tooLarge: "提交的内容过大，此处最多接收{max}。请减小后再试，已保存的内容不受影响。",
    noBody: "此地址不接收内容。",
    compressed: "提交的内容不能压缩（Content-Encoding），请按原样发送。",
    method: "此地址只接受 GET、HEAD 和 POST。",
    elsewhere: "请求不是从本系统的网页发出的，没有执行。请刷新网页后再试。",
    busy: "当前连接人数过多，请稍后再试。",
    lines: "同时打开的页面过多，本页暂不接收即时通知，请刷新查看。",
    receiving: "正在接收的文件过多，请稍后再试。",
    slow: "内容没有在规定时间内发完，请检查网络后再试。",
    headers: "地址或请求头过长。查找的文字请不超过200字，可按浏览器的“后退”返回；仍无法打开时请清除本站的 Cookie。",
    malformed: "请求不合规范，无法识别。",
    failed: "系统出错，请稍后再试。",
  },
};
