import { openBrowser, openPage } from './support/browser.ts'
import { runGateway } from './support/run-gateway.ts'
import { mkdirSync } from 'node:fs'
const out='/tmp/w/pics-everyone'; mkdirSync(out,{recursive:true})
const hall=await runGateway(); const browser=await openBrowser()
const modes=(process.argv[2]??'elder,low,contrast').split(',')
const only=process.argv[3]?.split(',')
const wide=process.argv[4]==='wide'
async function inMode(name:string){
  const page=await openPage(browser,`${hall.url}/kiosk/?terminal=K1`,wide?1920:1080,wide?1080:1920)
  await page.waitForSelector('.chips button')
  const turn=async()=>{
    if(name.includes('low')) await page.click('.dock button:has-text("低位")')
    if(name.includes('contrast')) await page.click('.dock button:has-text("高对比")')
    if(name.includes('elder')) await page.click('.dock button:has-text("长辈版")')
  }
  await turn()
  const elder=name.includes('elder')
  const home=async()=>{ 
    if(elder){ for(let i=0;i<6 && !(await page.$('.elder-home'));i++){await page.click('.dock button:has-text("返回")'); await page.waitForTimeout(60)} }
    else { await page.click('.dock button:has-text("首页")'); await turn() } }
  const shot=async(n:string)=>{ if(only&&!only.includes(n)) return; await page.waitForTimeout(500)
    const bad=await page.evaluate(([elder,low])=>{
      const found:string[]=[]; const least=elder?48:28
      const seen=(e:Element)=>e.getClientRects().length>0&&getComputedStyle(e).visibility!=='hidden'
      const w=document.createTreeWalker(document.body,NodeFilter.SHOW_TEXT)
      for(let n=w.nextNode();n;n=w.nextNode()){const p=n.parentElement; if(!p||!n.textContent?.trim()||p.closest('svg,script,style')||!seen(p))continue; const s=parseFloat(getComputedStyle(p).fontSize); if(s<least)found.push(`text ${n.textContent?.slice(0,10)} ${s} ${p.className}`)}
      const dock=document.querySelector('.dock')!.getBoundingClientRect().top
      for(const b of document.querySelectorAll('button')){ if(!seen(b))continue; const r=b.getBoundingClientRect(); const l=b.classList.contains('key')?84:96; const name=b.textContent?.slice(0,10)
        if(r.height<l||r.width<l-12)found.push(`small ${name} ${Math.round(r.width)}x${Math.round(r.height)}`)
        if(r.right>innerWidth+1||r.bottom>innerHeight+1||r.left<-1)found.push(`outside ${name}`)
        if(low&&r.top<959)found.push(`high ${name} ${Math.round(r.top)}`)
        if(!b.closest('.dock,.veil')&&r.bottom>dock+1)found.push(`under dock ${name} ${Math.round(r.bottom)}>${Math.round(dock)}`)
        if(b.scrollWidth>b.clientWidth+2)found.push(`wider ${name} ${b.scrollWidth}>${b.clientWidth}`) 
        if(b.scrollHeight>b.clientHeight+3)found.push(`taller ${name} ${b.scrollHeight}>${b.clientHeight}`) }
      for(const part of document.querySelectorAll('.screen > .above, .screen > .below')){const all=[...part.children].filter(c=>getComputedStyle(c).position!=='absolute'&&seen(c)); all.slice(1).forEach((c,i)=>{const a=all[i]!.getBoundingClientRect(),b=c.getBoundingClientRect(); if(!(b.top>=a.bottom-1||b.left>=a.right-1||a.left>=b.right-1)&&a.bottom-b.top>12)found.push(`over ${all[i]!.className} ${c.className}`)})}
      for(const c of document.querySelectorAll('.screen .card, .screen > * > *')){ if(seen(c)&&c.getBoundingClientRect().bottom>dock+1)found.push(`card under dock ${c.className} ${Math.round(c.getBoundingClientRect().bottom)}`)}
      const a=document.querySelector('.screen > .above')?.getBoundingClientRect(), b=document.querySelector('.screen > .below, .screen > .keyboard')?.getBoundingClientRect(); if(a&&b&&a.bottom>b.top+2&&a.right>b.left+2) found.push(`above over below ${Math.round(a.bottom)}>${Math.round(b.top)}`)
      return found},[elder,name.includes('low')&&!wide] as const)
    console.log(name,n,[...new Set(bad)].join('; '))
    await page.screenshot({path:`${out}/${wide?'wide-':''}${name}-${n}.png`}) }
  const find=async(q:string)=>{ await page.click(elder?'.elder-action.find':'.hero.find'); await page.waitForTimeout(150); await page.fill('.field input',q); await page.click('.row >> nth=0'); await page.waitForSelector('.facts') }
  const want=(n:string)=>!only||only.includes(n)
  await shot('home')
  if(want('search')){ await page.click(elder?'.elder-action.find':'.hero.find'); await page.waitForTimeout(600); await shot('search'); 
    await page.fill('.field input','营业执'); await shot('search-found'); await page.fill('.field input','修火箭'); await shot('search-nothing'); await home() }
  if(want('write')){ await page.click(elder?'.elder-action.find':'.hero.find'); await page.waitForSelector('.key.entry'); await page.click('.key.entry:has-text("手写")'); await page.fill('.field input','营业执'); await page.waitForSelector('.ink-pad')
    const box=(await page.locator('.ink-pad').boundingBox())!
    const draw=async(pts:number[][])=>{ const s=box.height/300; await page.mouse.move(box.x+box.width/2-150*s+pts[0]![0]!*s,box.y+pts[0]![1]!*s); await page.mouse.down(); for(const [x,y] of pts.slice(1)) await page.mouse.move(box.x+box.width/2-150*s+x!*s,box.y+y!*s,{steps:4}); await page.mouse.up() }
    for(const st of [[[70,50],[72,150]],[[72,52],[125,48],[124,148]],[[74,98],[122,96]],[[74,144],[122,142]],[[150,55],[230,50],[215,110],[190,105]],[[185,58],[160,120]]]) await draw(st)
    await shot('write'); await page.click('.key.entry:has-text("笔画")'); for(const k of ['竖','折','横','横']) await page.click(`.stroke-key:has-text("${k}") >> nth=0`); await shot('strokes'); await page.click('.key.entry:has-text("拼音")'); await shot('pinyin'); await home() }
  if(want('queues')){ await page.click(elder?'.elder-action.take':'.hero.take'); await shot('queues'); await home() }
  if(want('checkin')){ await page.click(elder?'.elder-action.checkin':'.four .tile:has-text("预约")'); await shot('checkin'); await home() }
  if(want('matter')){ await find('提取住房公积金（购买'); await shot('matter'); await page.click('button:has-text("全部说明")'); await shot('details'); await page.click('.dock button:has-text("返回")'); await page.click('button:has-text("看怎么走")'); await page.waitForTimeout(200); await shot('way'); await home() }
  if(want('question')){ await find('存量房买卖'); await shot('question'); await home() }
  if(want('longest')){ await find('除从事剧毒'); await shot('longest'); await home() }
  if(!elder){
    if(want('progress')){ await page.click('.four .tile:has-text("进度")'); await shot('progress'); await home() }
    if(want('plan')){ await page.click('.four .tile:has-text("导览")'); await page.waitForTimeout(200); await page.click('.places button >> nth=6'); await shot('plan'); await home() }
    if(want('notices')){ await page.click('.four .tile:has-text("公告")'); await shot('notices'); await home() }
    if(want('flow')){ await page.click('.four .tile:has-text("一件事")'); await shot('flows'); await page.click('.tile:has-text("便利店")'); await page.waitForSelector('.material'); await shot('flow'); await home() }
    if(want('themes')){ await page.click('.hero.find'); await page.click('.ways-in button >> nth=0'); await shot('themes'); await page.click('.tile >> nth=1'); await shot('matters'); await home() }
    if(want('departments')){ await page.click('.hero.find'); await page.click('.ways-in button:has-text("部门")'); await shot('departments'); await home() }
  }
  if(want('more')&&!elder){ await page.click('.hero.take'); await page.click('.dock button:has-text("更多")'); await shot('more'); await page.click('.more-dialog .main-action'); await home() }
  if(want('ticket')){ await find('提取住房公积金（购买'); await page.click('.matter .main-action'); await page.waitForTimeout(600); const w=await page.$('.card-ways button >> nth=1'); if(w) await w.click(); await page.waitForSelector('.screen.ticket'); await page.waitForTimeout(2500); await shot('ticket') }
  await page.context().close()
}
for(const m of modes) await inMode(m).catch(e=>console.log(m,'FAILED',String(e).slice(0,400)))
await browser.close(); await hall.discard()
