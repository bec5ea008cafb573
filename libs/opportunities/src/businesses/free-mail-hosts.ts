/**
 * Hosts where anyone can get a mailbox or a page. Email at such a domain proves nothing about a business, so neither
 * these hosts nor their subdomains can be its website.
 */
const hosts = `
  gmail.com googlemail.com google.com yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.ca yahoo.es yahoo.com.mx
  yahoo.fr yahoo.de yahoo.it yahoo.com.ar yahoo.com.br yahoo.co.in yahoo.co.jp outlook.com outlook.es hotmail.com
  hotmail.co.uk hotmail.es hotmail.fr hotmail.it hotmail.de live.com live.com.mx live.co.uk msn.com passport.com
  office.com aol.com aim.com verizon.net icloud.com me.com mac.com apple.com proton.me protonmail.com protonmail.ch
  pm.me tutanota.com tutanota.de tuta.com tuta.io keemail.me zoho.com zohomail.com gmx.com gmx.net gmx.us gmx.de
  gmx.es mail.com email.com usa.com post.com consultant.com myself.com europe.com hey.com fastmail.com fastmail.fm
  hushmail.com hush.com lycos.com excite.com inbox.com juno.com netzero.net mail.ru bk.ru list.ru inbox.ru yandex.com
  yandex.ru ya.ru rambler.ru qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com naver.com daum.net
  hanmail.net rediffmail.com web.de t-online.de freenet.de arcor.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr
  laposte.net sfr.fr libero.it virgilio.it tiscali.it uol.com.br bol.com.br terra.com.br ig.com.br terra.com
  prodigy.net.mx telefonica.net comcast.net xfinity.com att.net sbcglobal.net bellsouth.net ameritech.net pacbell.net
  cox.net charter.net spectrum.net roadrunner.com rr.com twc.com optonline.net optimum.net earthlink.net mindspring.com
  centurylink.net embarqmail.com q.com frontier.com frontiernet.net windstream.net suddenlink.net cableone.net
  tds.net rogers.com shaw.ca bell.net sympatico.ca telus.net btinternet.com sky.com virginmedia.com ntlworld.com
  talktalk.net bigpond.com optusnet.com.au mailinator.com guerrillamail.com sharklasers.com 10minutemail.com
  temp-mail.org tempmail.com yopmail.com trashmail.com getnada.com maildrop.cc dispostable.com duck.com
  simplelogin.com anonaddy.com relay.firefox.com
  facebook.com fb.com fb.me instagram.com twitter.com x.com linkedin.com tiktok.com youtube.com pinterest.com
  whatsapp.com wa.me t.me telegram.me linktr.ee yelp.com etsy.com ebay.com amazon.com craigslist.org nextdoor.com
  indeed.com bit.ly tinyurl.com goo.gl forms.gle notion.site wixsite.com wix.com squarespace.com weebly.com
  weeblysite.com wordpress.com blogspot.com blogger.com tumblr.com medium.com substack.com godaddysites.com
  myshopify.com square.site carrd.co webflow.io github.io gitlab.io netlify.app vercel.app pages.dev workers.dev
  herokuapp.com firebaseapp.com web.app azurewebsites.net amazonaws.com cloudfront.net appspot.com glitch.me
  replit.app sites.google.com business.site ueniweb.com jimdofree.com jimdosite.com strikingly.com mystrikingly.com
  yolasite.com tripod.com angelfire.com 000webhostapp.com ngrok.io ngrok.app duckdns.org no-ip.org ddns.net`;

const sharedHosts = new Set(hosts.split(/\s+/).filter(Boolean));

/** True if the host is, or is a subdomain of, a host where anyone can get an address. */
export function isSharedHost(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_, i) => sharedHosts.has(labels.slice(i).join('.')));
}
