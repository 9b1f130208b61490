import json,sys
n=0;m=0
lim=int(sys.argv[1]);gain=sys.argv[2]=='gain'
import random
out=[]
for f in('valid','train'):
    for l0,l1,s in zip(open(f'/tmp/aud/{f}.base'),open(f'/tmp/aud/{f}.out'),open(f'/tmp/aud/{f}.in')):
        a,b,s=json.loads(l0),json.loads(l1),json.loads(s)
        A={(q['start'],q['end']):q for q in a['quantities']}
        for q in b['quantities']:
            p=A.get((q['start'],q['end']))
            if p is None: continue
            if (p['firm'] and not q['firm'] and not gain) or (gain and q['firm'] and not p['firm']):
                t=s['text']; out.append(t[max(0,q['start']-50):q['start']].replace('\n',' ')+'[['+q['text']+']]'+t[q['end']:q['end']+50].replace('\n',' ')+f" => {q['value']}|{q['bound']}|{q['unit']}|{q['unit_text']}")
random.seed(3);random.shuffle(out)
print(len(out));print('\n'.join(out[:lim]))
