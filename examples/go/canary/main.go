package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rollouts/cdk8s-rollouts-go/cdk8srollouts"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

func main() {
	defer jsii.Close()

	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("app"), &cdk8s.ChartProps{Namespace: jsii.String("app-service")})

	cdk8srollouts.NewIstioCanaryRollout(chart, jsii.String("app"), &cdk8srollouts.IstioCanaryRolloutProps{
		Metadata: &cdk8s.ApiObjectMetadata{Name: jsii.String("app")},
		Replicas: jsii.Number(3),
		Containers: &[]*cdk8splus28.ContainerProps{{
			Image:      jsii.String("registry.example.com/app:1.4.2"),
			PortNumber: jsii.Number(5000),
		}},
		Ports: &[]*cdk8splus28.ServicePort{{
			Name:       jsii.String("http"),
			Port:       jsii.Number(80),
			TargetPort: jsii.Number(5000),
		}},
		Steps: &[]cdk8srollouts.CanaryStep{
			cdk8srollouts.CanaryStep_SetWeight(jsii.Number(30), nil),
			cdk8srollouts.CanaryStep_Pause(nil),
		},
		Hosts: jsii.Strings("app-api.test.com"),
		Gateways: &[]cdk8srollouts.IIstioGateway{
			cdk8srollouts.IstioGateway_FromGatewayName(jsii.String("istio-system/ingressgateway")),
		},
		Splitting: cdk8srollouts.TrafficSplitting_HostLevel(),
		Preview:   cdk8srollouts.CanaryPreview_Host(jsii.String("app-api-canary.test.com"), nil),
	})

	app.Synth()
}
