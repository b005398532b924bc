package main

import (
	"errors"
	"fmt"
	"net/url"
	"time"

	"go.etcd.io/etcd/server/v3/embed"
)

type etcd struct {
	server   *embed.Etcd
	endpoint string
}

func startEtcd(dir string) (*etcd, error) {
	cfg := embed.NewConfig()
	cfg.Dir = dir
	cfg.LogLevel = "fatal"
	// Nothing here outlives a run: a lost write on a power cut is of no matter.
	cfg.UnsafeNoFsync = true
	var addresses [2]url.URL
	for i := range addresses {
		port, err := freePort()
		if err != nil {
			return nil, err
		}
		addresses[i] = url.URL{Scheme: "http", Host: fmt.Sprintf("127.0.0.1:%d", port)}
	}
	cfg.ListenPeerUrls, cfg.AdvertisePeerUrls = addresses[:1], addresses[:1]
	cfg.ListenClientUrls, cfg.AdvertiseClientUrls = addresses[1:], addresses[1:]
	cfg.InitialCluster = cfg.InitialClusterFromName(cfg.Name)
	server, err := embed.StartEtcd(cfg)
	if err != nil {
		return nil, err
	}
	select {
	case <-server.Server.ReadyNotify():
		return &etcd{server, addresses[1].String()}, nil
	case <-time.After(30 * time.Second):
		server.Close()
		return nil, errors.New("etcd was not ready after 30 s")
	}
}

func (e *etcd) Close() { e.server.Close() }
